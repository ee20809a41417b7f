import type { Block } from '../extract/extract.ts';
import type { Inline } from './runs.ts';

/** Larger than running text by this factor is prominent. */
const prominentSize = 1.15;

/** A block, with what tells later whether it is set like its neighbours. */
export interface Draft {
  block: Block;
  inline: Inline;
}

/** Mark bold or large paragraphs, by the size that most of the text has. */
export function markProminent(drafts: readonly Draft[]): void {
  const sizes = new Map<number, number>();
  for (const { inline } of drafts)
    for (const [size, count] of inline.sizes) sizes.set(size, (sizes.get(size) ?? 0) + count);
  const usual = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  for (const { block, inline } of drafts) {
    const { visible, bold, sizes: own } = inline;
    if (visible === 0) continue;
    const large = [...own].every(([size, count]) => count === 0 || size >= usual * prominentSize);
    if (bold === visible || (large && usual > 0)) block.prominent = true;
  }
}
