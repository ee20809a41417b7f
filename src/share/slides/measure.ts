import { must } from '../../lib/must.ts';

/** Width of a text in ems: a Han character is one, a Latin letter about half of one, a bold one a little more. */
export function ems(text: string, bold = false): number {
  const latin = bold ? 0.6 : 0.54;
  return [...text].reduce(
    (sum, character) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]/u.test(character) ? 1 : latin),
    0,
  );
}

export interface Measured {
  /** In inches. */
  width: number;
  bold?: boolean;
}

/**
 * Lines that a text takes at a type size in points. Programs break lines differently, so this errs on the safe
 * side.
 */
export function countLines(text: string, size: number, { width, bold = false }: Measured): number {
  const perLine = (width * 72) / size;
  const wide = ems(text, bold);
  return wide <= perLine ? 1 : Math.ceil(wide / Math.max(1, perLine - 1.5));
}

/** Distance of baselines in type sizes; set as such, since the faces' own differ from machine to machine. */
export const leading = 1.4;

/** Height in inches of paragraphs; the gap after each is given in type sizes. */
export function heightOf(
  texts: readonly string[],
  size: number,
  { width, gap }: { width: number; gap: number },
): number {
  const lines = texts.reduce((sum, text) => sum + countLines(text, size, { width }) * leading + gap, 0);
  return (lines * size) / 72;
}

/** The largest of the sizes at which the paragraphs fit into a height; the smallest if none does. */
export function fittingSize(
  texts: readonly string[],
  sizes: readonly number[],
  { height, ...box }: { width: number; height: number; gap: number },
): number {
  return sizes.find((size) => heightOf(texts, size, box) <= height) ?? must(sizes.at(-1));
}
