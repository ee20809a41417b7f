import { append } from '../append.ts';
import { labelSpans } from '../language/labels.ts';
import { simplified } from '../language/simplified.ts';
import type { Dropped, Paragraph } from '../model.ts';
import type { Block } from './entry.ts';

/**
 * Paragraphs as blocks, those under a label (【思考】) gathered. A label on a line of its own is kept as the block's label
 * alone, and that line is dropped.
 */
export function toBlocks(paragraphs: Paragraph[]): { blocks: Block[]; dropped: Dropped[] } {
  const texts = paragraphs.map(({ text }) => simplified(text));
  const blocks: Block[] = [];
  const dropped: Dropped[] = [];
  let next = 0;
  const addPlain = (stop: number) => {
    append(blocks, paragraphs.slice(next, stop).map(paragraphBlock));
  };
  const isHeading = (index: number) => paragraphs[index]?.heading !== undefined;
  for (const { label, first, last, alone } of labelSpans(texts, isHeading)) {
    // A label with nothing below it stays a paragraph.
    if (alone && last === first) continue;
    addPlain(first);
    const [start, ...rest] = paragraphs.slice(first, last + 1);
    if (!start) continue;
    if (alone) dropped.push({ line: start.lines[0], text: start.text, reason: 'heading-label' });
    const own = alone ? rest : [start, ...rest];
    blocks.push({
      type: 'labelled',
      label,
      texts: own.map(({ text }) => text),
      ...(own.some(({ format }) => format) ? { formats: own.map(({ format }) => format) } : {}),
    });
    next = last + 1;
  }
  addPlain(paragraphs.length);
  return { blocks, dropped };
}

/** A paragraph by itself as a block. */
export function paragraphBlock({ text, format, heading }: Paragraph): Block {
  if (heading !== undefined) return { type: 'heading', text, level: heading };
  return { type: 'paragraph', text, ...(format ? { format } : {}) };
}
