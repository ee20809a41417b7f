import { append } from '../append.ts';
import { isHeadingShaped } from './listed.ts';
import { keysOf, type Body, type Reading } from '../page/body.ts';
import { headingOf } from './unlisted.ts';
import { isFolio } from '../language/folio.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { pickTwo } from '../contents/levels.ts';
import { isProse, visibleLength } from '../language/prose.ts';

/** The upper levels of a book without a table of contents. */
interface NumberedLevels {
  parts: Heading[];
  chapters: Heading[];
  /** Numbered lines of each scheme below the chapters', the highest level first. */
  deeper: Reading[][];
}

/** Find the chapters of a book without a table of contents: each way of numbering is a level, the highest one the chapters. */
export function findNumberedChapters(body: Body, forced: ForcedHeading): NumberedLevels {
  const schemes = readSchemes(body, forced);
  const chains = new Map<string, Reading[]>();
  const ranks = new Map<string, number>();
  for (const [scheme, readings] of [...schemes].sort(
    (a, b) => a[1][0]!.numbering!.rank - b[1][0]!.numbering!.rank,
  )) {
    const chain = sequences(readings, [...chains.values()].flat());
    const { rank } = readings[0]!.numbering!;
    if (chain.length < (rank <= 5 ? 1 : 2) || (rank > 5 && chain[0]!.numbering!.number! > 1)) continue;
    chains.set(scheme, chain);
    ranks.set(scheme, rank);
  }
  const names = [...chains.keys()].filter((scheme) => !scheme.startsWith('N.N.N'));
  if (names.length === 0) return { parts: [], chapters: [], deeper: [] };
  const [top] = pickTwo(names, ranks, new Map([...chains].map(([scheme, chain]) => [scheme, chain.length])));
  const above = names.filter((name) => ranks.get(name)! < ranks.get(top)!);
  return {
    parts: above.flatMap((name) => chains.get(name)!.map((reading) => headingOf('part', reading))),
    chapters: chains.get(top)!.map((reading) => headingOf('chapter', reading)),
    deeper: names.slice(names.indexOf(top) + 1).map((name) => chains.get(name)!),
  };
}

/** Numbered lines below the chapters of a book whose table of contents lists chapters only, the highest level first. */
export function findBelow(
  body: Body,
  chapters: Heading[],
  chapterRank: number,
  forced: ForcedHeading,
): Reading[][] {
  const taken = new Set(chapters.map(({ first }) => first));
  const above = chapters.map(({ first, last, whole, title }) => ({
    first,
    last,
    whole,
    title,
    numbering: undefined,
  }));
  return [...readSchemes(body, forced)]
    .filter(([scheme, readings]) => readings[0]!.numbering!.rank > chapterRank && !scheme.startsWith('N.N.N'))
    .sort((a, b) => a[1][0]!.numbering!.rank - b[1][0]!.numbering!.rank)
    .map(([, readings]) =>
      sequences(
        readings.filter(({ first }) => !taken.has(first)),
        above,
      ),
    )
    .filter((chain) => chain.length > 0);
}

/**
 * The rules between chapter headings: the highest level of numbered lines below them, or unnumbered titles, whichever
 * stands first in most chapters.
 * @param numbered headings of each scheme below the chapters', the highest level first
 */
export function findRules(
  body: Body,
  chapters: { first: number; last: number }[],
  numbered: Reading[][],
  forced: ForcedHeading,
): Heading[] {
  const plain = findTitles(body, chapters, numbered.flat(), forced);
  const choices = [
    ...numbered.map((readings) => ({ readings, plain: false })),
    { readings: plain, plain: true },
  ];
  const firsts = choices.map(({ readings }) =>
    chapters.map((chapter, i) => firstBetween(readings, chapter.last, chapters[i + 1]?.first ?? body.end)),
  );
  const wins = choices.map(
    (_, mine) =>
      chapters.filter(
        (__, i) =>
          firsts[mine]![i] !== undefined &&
          firsts.every((others) => (others[i] ?? Infinity) >= firsts[mine]![i]!),
      ).length,
  );
  const best = wins.indexOf(Math.max(...wins));
  return wins[best] === 0
    ? []
    : choices[best]!.readings.map((reading) => headingOf('rule', reading, !choices[best]!.plain));
}

/** Heading-shaped numbered lines by their scheme. */
function readSchemes(body: Body, forced: ForcedHeading): Map<string, Reading[]> {
  const schemes = new Map<string, Reading[]>();
  for (let i = body.start; i < body.end; i += 1) {
    const { text } = body.lines[i]!;
    if (text.length > 120 || isFolio(text)) continue;
    let reading = body.read(i);
    if (!reading.numbering || forced(text) === 'prose') continue;
    if (reading.title === '') {
      const two = body.readTwo(i);
      if (!two || two.numbering === undefined || !isHeadingShaped(two)) continue;
      reading = two;
    }
    const { rank } = reading.numbering!;
    if (
      !isHeadingShaped(reading) ||
      visibleLength(reading.whole) > 45 ||
      !body.isolated(reading.first, reading.last)
    )
      continue;
    // Short lines of one scheme, one below the other, are a list, not headings.
    if (rank >= 6 && reading.numbering!.parent === undefined && !opensText(body, reading)) continue;
    const { scheme } = reading.numbering!;
    const list = schemes.get(scheme);
    if (list) list.push(reading);
    else schemes.set(scheme, [reading]);
  }
  return schemes;
}

/** Whether running text follows a numbered line, or a heading of another kind. */
function opensText(body: Body, { last, numbering }: Reading): boolean {
  const below = body.next(last);
  if (below < 0) return false;
  const other = body.read(below).numbering;
  if (other) return isProse(body.text(below)) || other.scheme !== numbering!.scheme;
  return isProse(body.text(below)) || body.looksLikeTitle(below);
}

/** Of numbered lines, those that count up: 1, 2, 3 …, anew below each heading of a higher level. Repeats and strays are left out. */
function sequences(readings: Reading[], above: Reading[]): Reading[] {
  const bounds = above.map(({ first }) => first).sort((a, b) => a - b);
  const chosen: Reading[] = [];
  let bound = 0;
  let run: Reading[] = [];
  let last = 0;
  for (const reading of readings) {
    let crossed = false;
    while (bound < bounds.length && bounds[bound]! < reading.first) {
      crossed = true;
      bound += 1;
    }
    if (crossed) {
      append(chosen, longestIncreasing(run));
      last = chosen.at(-1)?.numbering?.number ?? last;
      run = [];
    }
    run.push(reading);
  }
  append(chosen, longestIncreasing(run));
  return chosen;
}

/** The longest run of increasing numbers; an unreadable number is kept where it fits between its neighbours. Takes O(n log n). */
function longestIncreasing(readings: Reading[]): Reading[] {
  const known = readings.filter(({ numbering }) => numbering!.number !== undefined);
  const value = (i: number): number =>
    (known[i]!.numbering!.parent ?? 0) * 1000 + known[i]!.numbering!.number!;
  const tails: number[] = [];
  const before: number[] = [];
  for (let i = 0; i < known.length; i += 1) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value(tails[middle]!) < value(i)) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    // Among equals the earliest stays: later ones are running heads.
    if (tails[low] === undefined || value(i) < value(tails[low]!)) tails[low] = i;
  }
  const chain = new Set<Reading>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) chain.add(known[i]!);
  return readings.filter((reading) => chain.has(reading) || reading.numbering!.number === undefined);
}

/** Unnumbered title-like lines in the chapters. */
function findTitles(
  body: Body,
  chapters: { first: number; last: number }[],
  numbered: Reading[],
  forced: ForcedHeading,
): Reading[] {
  const taken = new Set([...chapters, ...numbered].flatMap(({ first, last }) => [first, last]));
  // By key, how many titles there were when it was found.
  const seen = new Map<string, number>();
  const elsewhere = new Set<string>();
  const titles: Reading[] = [];
  for (const [index, chapter] of chapters.entries()) {
    const end = chapters[index + 1]?.first ?? body.end;
    let texts = 0;
    for (let i = body.next(chapter.last); i >= 0 && i < end; i = body.next(i)) {
      texts += 1;
      if (
        taken.has(i) ||
        forced(body.text(i)) === 'prose' ||
        !body.looksLikeTitle(i) ||
        !(texts === 1 || body.endsAbove(i) || (texts <= 3 && !isProse(body.text(body.previous(i)))))
      )
        continue;
      const reading = body.read(i);
      const key = keysOf(reading).at(-1)!;
      if (seen.has(key)) {
        if (seen.get(key) !== titles.length) elsewhere.add(key);
        continue;
      }
      titles.push(reading);
      seen.set(key, titles.length);
    }
  }
  // What stands again below another title is a running head or a sub-heading.
  return titles.filter((reading) => !elsewhere.has(keysOf(reading).at(-1)!));
}

function firstBetween(readings: Reading[], from: number, to: number): number | undefined {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (readings[middle]!.first <= from) low = middle + 1;
    else high = middle;
  }
  const first = readings[low]?.first;
  return first !== undefined && first < to ? first : undefined;
}
