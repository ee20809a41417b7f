import type { FormatBlock, FormatBook } from './book.ts';

/** A book as one Markdown file. Pictures are left out: one file can't hold any. */
export function writeMarkdown(book: FormatBook): string {
  return [`# ${book.title}`, ...book.chapters.map((chapter) => writeChapter(chapter, '##'))].join('\n\n');
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
    files.set(names[index] ?? '', `${writeChapter(chapter, '#')}\n`);
    for (const { blocks } of chapter.rules)
      for (const block of blocks) if (block.kind === 'picture') files.set('images/picture.png', block.png);
  });
  return files;
}

function writeChapter({ label, title, rules }: FormatBook['chapters'][number], mark: string): string {
  const parts = [`${mark} ${label} ${title}`];
  for (const rule of rules)
    parts.push(`${mark}# ${rule.label} ${rule.title}`, ...rule.blocks.map(writeBlock));
  return parts.join('\n\n');
}

const escape = (text: string): string => text.replace(/[\\`*_[\]<|]/g, '\\$&');

function writeBlock(block: FormatBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.note === undefined
        ? escape(block.text)
        : `${escape(block.text)}[^note]\n\n[^note]: ${block.note}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'picture':
      return `![](images/picture.png)\n\n${block.caption}`;
    case 'table': {
      const [head = [], ...rows] = block.rows.map((row) => `| ${row.map(escape).join(' | ')} |`);
      return [head, `|${'---|'.repeat(block.rows[0]?.length ?? 0)}`, ...rows].join('\n');
    }
  }
}
