import { alignEnglish } from '../../lib/language/align-english.ts';
import { paragraphId } from '../../lib/book/paragraph-id.ts';
import type { EnglishParagraph } from '../../schemas/english-text.ts';
import type { BodyBlock } from './body.ts';

/** Change the paragraphs and items of a body, in order; headings, tables and pictures stay. */
function mapTexts(blocks: readonly BodyBlock[], change: (text: string) => string): BodyBlock[] {
  return blocks.map((block): BodyBlock => {
    if (block.type === 'paragraph' || block.type === 'quote') return { ...block, text: change(block.text) };
    if (block.type === 'list' || block.type === 'labelled')
      return { ...block, items: block.items.map(change) };
    return block;
  });
}

/** A body with its paragraphs in English; those without a translation stay Chinese. */
export function inEnglish(
  blocks: readonly BodyBlock[],
  english: readonly EnglishParagraph[] | undefined,
): BodyBlock[] {
  if (english === undefined) return [...blocks];
  const seen = new Map<string, number>();
  const ids: string[] = [];
  mapTexts(blocks, (text) => {
    const base = paragraphId(text);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    ids.push(count === 1 ? base : `${base}-${String(count)}`);
    return text;
  });
  const aligned = alignEnglish(ids, english);
  let place = 0;
  return mapTexts(blocks, (text) => aligned.get(ids[place++] ?? '')?.text ?? text);
}
