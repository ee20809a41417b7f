import { must } from '../../../../src/lib/must.ts';
import { looseNumberingOf } from '../../language/numbering.ts';
import type { TocLine } from '../line/contents-line.ts';

/** Read numbers in front as pages if they don't count up one by one: 12 title, 15 title, 20 title. */
export function readPagesInFront(printed: TocLine[]): void {
  const numbered = printed.filter(({ numbering }) => numbering?.scheme === 'N');
  const others = printed.some(({ numbering }) => numbering !== undefined && numbering.scheme !== 'N');
  if (!others || numbered.length < 3 || printed.some(({ paged }) => paged)) return;
  let last = 0;
  let steps = 0;
  for (const { numbering } of numbered) {
    const number = must(numbering).number ?? 0;
    if (number === last + 1 || number === 1) steps += 1;
    last = number;
  }
  if (steps * 2 > numbered.length) return;
  for (const line of numbered) {
    line.page = must(line.numbering).number ?? null;
    line.paged = true;
    line.numbering = undefined;
    line.whole = line.title;
  }
}

/** A loose form, such as 卷一文上, must be on this many lines to be a numbering. */
const fewestLoose = 4;
/** So large a share of them must count up by one. */
const minLooseSteps = 0.8;

/** Read numbers of a loose form, such as 卷一文上 and 01章 标题, if most lines without another number count up by it. */
export function readLooseNumbers(printed: TocLine[]): void {
  const plain = printed.filter(({ numbering, bullet }) => !numbering && !bullet);
  const read = plain.flatMap((line) => {
    const numbering = looseNumberingOf(line.whole);
    return numbering?.number !== undefined && numbering.length < line.whole.length
      ? [{ line, numbering }]
      : [];
  });
  for (const own of Map.groupBy(read, ({ numbering }) => numbering.scheme).values()) {
    const steps = own.filter(
      ({ numbering }, i) => (numbering.number ?? 0) - (own[i - 1]?.numbering.number ?? 0) === 1,
    );
    if (
      own.length < fewestLoose ||
      own.length * 2 < plain.length ||
      steps.length < minLooseSteps * own.length
    )
      continue;
    for (const { line, numbering } of own) {
      line.numbering = numbering;
      line.title = line.whole.slice(numbering.length).trim();
    }
  }
}
