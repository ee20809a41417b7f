import { visibleLength } from '../../language/prose.ts';
import type { Check } from '../inspection.ts';

/** More than this share of the text before the first chapter. */
const mostInFront = 1 / 3;

/** So much text before the first chapter that a heading above it was probably missed. */
export const checkFrontHeavy: Check = ({ outline: { book, lines } }) => {
  const first = book.chapters[0]?.line;
  if (first === undefined) return [];
  const front = book.front
    .filter(({ lines: [from] }) => from < first)
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, { text }) => sum + visibleLength(text), 0);
  const all = lines.reduce((sum, { text }) => sum + visibleLength(text), 0);
  const share = front / Math.max(1, all);
  return share <= mostInFront
    ? []
    : [
        {
          code: 'front-heavy',
          severity: 'warning',
          line: first,
          message: `${Math.round(share * 100)} % of the text comes before the first chapter, “${book.chapters[0]?.title ?? ''}”. If a chapter begins above it, name its heading in overrides.yaml (heading: …, as: chapter).`,
        },
      ];
};
