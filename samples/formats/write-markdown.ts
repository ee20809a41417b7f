import { itemsOf, type FormatBook, type FormatChapter, type FormatItem } from './book.ts';

/** A book as one Markdown file. Pictures are left out: one file can't hold any. */
export function writeMarkdown(book: FormatBook): string {
  return [`# ${book.title}`, ...book.chapters.map((chapter) => writeChapter(book, chapter, '#'))].join(
    '\n\n',
  );
}

/** A book as a folder: a file a chapter, in the order of SUMMARY.md, pictures beside them. */
export function writeFolder(book: FormatBook): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>([['README.md', `# ${book.title}\n`]]);
  // Names that sort the other way round, so that only the summary gives the order.
  const names = book.chapters.map((_, index) => `chapter-${String(90 - index)}.md`);
  files.set(
    'SUMMARY.md',
    `# 目录\n\n- [${book.title}](README.md)\n${book.chapters.map(({ title }, index) => `- [${title}](./${names[index] ?? ''})\n`).join('')}`,
  );
  book.chapters.forEach((chapter, index) => {
    const items = itemsOf(book, chapter);
    files.set(names[index] ?? '', `${writeChapter(book, chapter, '')}\n`);
    for (const item of items) if (item.kind === 'picture') files.set('images/picture.png', item.png);
  });
  return files;
}

/** @param above what is written before the marks of headings */
function writeChapter(book: FormatBook, chapter: FormatChapter, above: string): string {
  return itemsOf(book, chapter)
    .map((item) => writeItem(item, above))
    .join('\n\n');
}

const escape = (text: string): string => text.replace(/[\\`*_[\]<|]/g, '\\$&');

function writeItem(item: FormatItem, above: string): string {
  switch (item.kind) {
    case 'heading':
      return `${above}${'#'.repeat(item.level)} ${item.label} ${item.title}`;
    case 'article':
      return `**${item.label}**　${escape(item.text)}`;
    case 'paragraph':
      return item.note === undefined
        ? escape(item.text)
        : `${escape(item.text)}[^note]\n\n[^note]: ${item.note}`;
    case 'list':
      return item.items
        .flatMap((each) => (typeof each === 'string' ? [`- ${each}`] : each.map((inner) => `  - ${inner}`)))
        .join('\n');
    case 'picture':
      return `![](images/picture.png)\n\n${item.caption}`;
    case 'table': {
      const [head = [], ...rows] = item.rows.map((row) => `| ${row.map(escape).join(' | ')} |`);
      return [head, `|${'---|'.repeat(item.rows[0]?.length ?? 0)}`, ...rows].join('\n');
    }
  }
}
