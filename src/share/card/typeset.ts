import { breakLines, toUnits } from './break-lines.ts';
import type { Face } from './face.ts';
import { bisect } from '../../lib/bisect.ts';
import { must } from '../../lib/must.ts';

export interface TextBlock {
  /** SVG elements. */
  svg: string;
  /** Type size that was chosen. */
  size: number;
  /** Baselines lie between the block's top and its bottom. */
  height: number;
  width: number;
  /** It was too long and ends in an ellipsis. */
  ellipsis: boolean;
}

export interface BlockOptions {
  x: number;
  /** Top of the block. */
  y: number;
  width: number;
  /** Type sizes to try, largest first. */
  sizes: readonly number[];
  /** How many lines there may be. */
  lines: number;
  color: string;
  /** Distance of baselines in type sizes. */
  leading: number;
}

const hanBesideLatin = /(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=\p{Script=Han})/u;

/** Spaces of an eighth of an em between Han and Latin, as `text-autospace` sets them. */
function gaps(line: string): string[] {
  return line.split(hanBesideLatin);
}

/** Glyphs of a line as paths from `x` on; returns where the line ends. */
export function setLine(
  face: Face,
  line: string,
  { x, baseline, size, color }: { x: number; baseline: number; size: number; color: string },
): { svg: string; end: number } {
  const scale = size / 1000;
  let svg = '';
  let at = x;
  // An opening mark fills the right half of its square: at a line's start its empty half hangs out.
  if (/^[“‘（《「『【〈]/u.test(line)) at -= size / 2;
  for (const [index, run] of gaps(line).entries()) {
    if (index > 0) at += size / 8;
    for (const character of run) {
      const { path, advance } = face.glyph(character);
      if (path !== '') {
        svg += `<path transform="matrix(${scale} 0 0 ${-scale} ${at.toFixed(2)} ${baseline.toFixed(2)})" d="${path}"/>`;
      }
      at += advance * scale;
    }
  }
  return { svg: `<g fill="${color}">${svg}</g>`, end: at };
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * The longest beginning of a text that fits with an ellipsis behind it. A word is left out whole, a Han character alone;
 * of a word that is all there is, one character after another.
 */
function shortened(text: string, fits: (content: string) => boolean): string {
  const words = [...text.matchAll(/\p{Script=Han}|[^\s\p{Script=Han}]+|\s+/gu)].map(({ index }) => index);
  const letters = [...graphemes.segment(text.slice(0, words[1]))].map(({ index }) => index);
  const cut = (end: number): string => `${text.slice(0, end).trimEnd()}…`;
  for (const [, ...ends] of [words, letters]) {
    const fitting = bisect(ends.length, (position) => fits(cut(ends[position] ?? 0)));
    if (fitting > 0) return cut(ends[fitting - 1] ?? 0);
  }
  return cut(0);
}

/** Set text in the largest size at which it fits. A text too long for the smallest one ends in an ellipsis. */
export function setBlock(face: Face, text: string, options: BlockOptions): TextBlock {
  const { x, y, width, sizes, lines: most, color, leading } = options;
  const advance = (character: string) => face.glyph(character).advance;
  const space = face.glyph(' ').advance;
  const fit = (content: string, size: number) => {
    // Room for the thin spaces between Han and Latin, which units know nothing of.
    const measure = (width / size) * 1000 - (gaps(content).length - 1) * 125;
    return breakLines(toUnits(content, advance, isDivided ? measure : Infinity), { measure, space, most });
  };
  let isDivided = false;
  let size = sizes.find((candidate) => fit(text, candidate) !== undefined);
  if (size === undefined) {
    // A word that no line holds is divided, rather than left out with all that is behind it.
    isDivided = true;
    size = sizes.find((candidate) => fit(text, candidate) !== undefined);
  }
  let content = text;
  if (size === undefined) {
    const smallest = must(sizes.at(-1));
    size = smallest;
    content = shortened(text, (candidate) => fit(candidate, smallest) !== undefined);
  }
  const lines = fit(content, size) ?? [];
  let svg = '';
  let widest = 0;
  for (const [index, line] of lines.entries()) {
    const set = setLine(face, line, { x, baseline: y + size * 0.88 + index * size * leading, size, color });
    svg += set.svg;
    widest = Math.max(widest, set.end - x);
  }
  return {
    svg,
    size,
    height: size * (1 + (lines.length - 1) * leading),
    width: widest,
    ellipsis: content !== text,
  };
}
