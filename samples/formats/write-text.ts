import { itemsOf, type FormatBook, type FormatItem } from './book.ts';

/** A book as plain text. Cells have tabs between them, items of lists a dot before; pictures are left out. */
export function writeText(book: FormatBook): string {
  const items = book.chapters.flatMap((chapter) => itemsOf(book, chapter));
  return `${[book.title, ...items.map(writeItem)].join('\n\n')}\n`;
}

function writeItem(item: FormatItem): string {
  switch (item.kind) {
    case 'heading':
      return `${item.label} ${item.title}`;
    case 'article':
      return `${item.label}　${item.text}`;
    case 'paragraph':
      return item.note === undefined ? item.text : `${item.text}①\n\n① ${item.note}`;
    case 'table':
      return item.rows.map((row) => row.join('\t')).join('\n');
    case 'list':
      return item.items
        .flatMap((each) => (typeof each === 'string' ? [`• ${each}`] : each.map((inner) => `　　• ${inner}`)))
        .join('\n');
    case 'picture':
      return item.caption;
  }
}
