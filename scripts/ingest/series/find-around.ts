import { matchKey } from '../../../src/lib/squeeze.ts';
import type { BodyLines } from '../page/body-lines.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { countUpTo } from '../sorted.ts';
import { articleForm } from './candidates/by-format.ts';
import { readCandidates } from './candidates/candidates.ts';
import type { Candidate } from './candidates/line/candidate.ts';
import { TextMeasure } from './model/text-measure.ts';
import { findSeries } from './find-series.ts';
import { isWeaklyPlaced } from './forms/placed.ts';
import type { Leveled } from './leveled.ts';
import type { Levels } from './levels/levels.ts';
import { inHierarchy, isBelow } from './levels/nesting.ts';
import { withQuestions } from './levels/questions.ts';
import { toHeadings } from './levels/to-headings.ts';
import type { Series } from './model/series.ts';

/**
 * Where a table of contents already names chapters: find further chapters of their form, the parts above
 * them and, if the table lists no rules, the rules below them.
 */
export function findAround(
  body: BodyLines,
  listed: Heading[],
  numbers: ReadonlySet<number>,
  withRules: boolean,
  forced: ForcedHeading,
): Leveled {
  const text = new TextMeasure(body);
  const chapters = listed.filter(({ level }) => level === 'chapter');
  if (chapters.length === 0) return { headings: [], levels: undefined, series: [], leftOut: [] };
  const at = new Map(listed.map((heading) => [heading.first, heading]));
  const keys = Map.groupBy(listed, ({ title }) => matchKey(title));
  // Another number makes another heading of the same title: 第一章 总则 in each part.
  const isRunningHead = ({ title, number, strong }: Candidate): boolean => {
    const same = keys.get(matchKey(title));
    return (
      same !== undefined && !(strong && number !== undefined && same.every((each) => each.number !== number))
    );
  };
  const taken = new Set(listed.flatMap(({ first, last }) => [first, last]));
  // The title of a heading that was found, in another place, is a running head.
  const candidates = readCandidates(body, forced).filter(
    (candidate) =>
      at.has(candidate.first) ||
      (!taken.has(candidate.first) && !taken.has(candidate.last) && !isRunningHead(candidate)),
  );
  const { series, leftOut } = findSeries(candidates, text);
  const ordered = inHierarchy(series.filter(({ form }) => !isWeaklyPlaced(form)));
  const share = ({ members }: Series): number =>
    members.filter(({ first }) => at.get(first)?.level === 'chapter').length;
  const own =
    ordered.reduce<Series | undefined>(
      (best, each) => (share(each) > (best ? share(best) : 0) ? each : best),
      undefined,
    ) ?? unshapedSeries(chapters);
  const place = ordered.indexOf(own);
  const further = own.members.filter(
    ({ first, number, strong }) =>
      !taken.has(first) && strong && (number === undefined ? own.form.startsWith('#') : !numbers.has(number)),
  );
  const all: Candidate[] = [...chapters.map((heading) => asCandidate(heading, own)), ...further].sort(
    (a, b) => a.first - b.first,
  );
  const isBelowListed = (each: Series): boolean =>
    place >= 0 || each.form === articleForm || isBelow(each, own);
  const around: Levels = {
    parts: ordered.slice(0, Math.max(0, place)).filter(({ strong }) => strong),
    chapters: { ...own, members: all },
    // Articles are below the sections that a table of contents lists.
    below: ordered
      .slice(place + 1)
      .filter((each) => (withRules || each.form === articleForm) && isBelowListed(each)),
    why: ['the table of contents names them', ...own.why],
  };
  const levels = withRules ? withQuestions(around, text) : around;
  const starts = all.map(({ first }) => first);
  const ruled = new Set(
    listed.filter(({ level }) => level === 'rule').map(({ first }) => countUpTo(starts, first)),
  );
  const headings = toHeadings(levels, text)
    .filter(({ first }) => !taken.has(first))
    .map((heading) =>
      heading.level === 'rule' && ruled.has(countUpTo(starts, heading.first))
        ? { ...heading, level: 'section' as const, depth: 1 }
        : heading,
    );
  return { headings, levels, series, leftOut };
}

/** Chapters that a table of contents lists and nothing else makes a series: their lines have no number and no mark. */
function unshapedSeries(chapters: Heading[]): Series {
  const form = { form: 'listed', rank: 4 };
  const members = chapters.map((heading) => asCandidate(heading, form));
  return { ...form, strong: true, runs: [{ members, inside: false }], members, why: [] };
}

function asCandidate(heading: Heading, { form, rank }: Pick<Series, 'form' | 'rank'>): Candidate {
  return { ...heading, form, rank, parent: undefined, strong: true, loose: false, shaped: true };
}
