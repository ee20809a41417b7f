import type { FormatBook } from './book.ts';

/** A book of paragraphs as plain text. */
export function writeText({ title, chapters }: FormatBook): string {
  const parts = [title];
  for (const chapter of chapters) {
    parts.push(`${chapter.label} ${chapter.title}`);
    for (const rule of chapter.rules) {
      parts.push(`${rule.label} ${rule.title}`);
      for (const block of rule.blocks) if (block.kind === 'paragraph') parts.push(block.text);
    }
  }
  return `${parts.join('\n\n')}\n`;
}
