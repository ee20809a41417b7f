import { matchKey } from '../../../src/lib/squeeze.ts';
import type { BodyLines } from '../page/body-lines.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { isProse, visibleLength } from '../language/prose.ts';
import { frontKind, isTocHeading } from '../language/section-words.ts';
import { titleCandidate, type Candidate } from './candidates/line/candidate.ts';
import { articleForm } from './candidates/by-format.ts';
import { readCandidates } from './candidates/candidates.ts';
import { TextMeasure } from './evidence.ts';
import { findImplicitParts } from './implicit-parts.ts';
import { chooseLevels, type Levels } from './levels.ts';
import { inHierarchy, isBelow } from './nesting.ts';
import { countUpTo } from '../sorted.ts';
import { isPlaced, isWeaklyPlaced } from './forms/placed.ts';
import { readLabelledLines } from './candidates/labelled-lines.ts';
import { readShortLines } from './candidates/short-lines.ts';
import { withQuestions } from './questions.ts';
import { findSeries, type LeftOut, type Series } from './series.ts';
import { must } from '../../../src/lib/must.ts';

/** The numbered headings of a book, and how they were told. */
export interface Leveled {
  headings: Heading[];
  levels: Levels | undefined;
  series: Series[];
  leftOut: LeftOut[];
}

/** Find the series of a body and make headings of those that are its levels. */
export function findLevels(body: BodyLines, forced: ForcedHeading): Leveled {
  const text = new TextMeasure(body);
  const { series, leftOut } = findSeries(readCandidates(body, forced), text);
  const found = chooseLevels(series, text);
  const isSure = found && !isPlaced(found.chapters.form) && found.chapters.members.length > 1;
  const chosen = isSure ? found : asLastResort(text, forced, found);
  if (!chosen) return { headings: [], levels: chosen, series, leftOut };
  const levels = withQuestions(belowTitle(chosen, body), text);
  return { headings: toHeadings(levels, text), levels, series, leftOut };
}

/**
 * If no series can head chapters: the labels of cases, questions or years, and if there are none, short lines. Labels
 * come before a single heading and titles that only their place gives away, too, if there are more of them.
 */
function asLastResort(
  text: TextMeasure,
  forced: ForcedHeading,
  unsure: Levels | undefined,
): Levels | undefined {
  const { body } = text;
  const isProse = ({ first, whole }: Candidate): boolean =>
    forced(whole, must(body.lines[first])) === 'prose';
  const choose = (lines: Candidate[]): Levels | undefined =>
    chooseLevels(
      findSeries(
        lines.filter((each) => !isProse(each)),
        text,
      ).series,
      text,
    );
  const labelled = choose(readLabelledLines(body));
  if (!unsure) return labelled ?? choose(readShortLines(body));
  return labelled && labelled.chapters.members.length > unsure.chapters.members.length ? labelled : unsure;
}

const longestDocumentTitle = 60;

/** A law or contract of articles and no chapters: its title, the first line, is its one chapter. */
function belowTitle(levels: Levels, body: BodyLines): Levels {
  const { chapters, below } = levels;
  const at = body.next(body.start - 1);
  const whole = body.text(at);
  const isTitle =
    chapters.form === articleForm &&
    at < (chapters.members[0]?.first ?? 0) &&
    (body.lines[at]?.format?.kind === 'heading' ||
      (visibleLength(whole) <= longestDocumentTitle && !isProse(whole)));
  if (!isTitle) return levels;
  const title = titleCandidate(body, at, 'title', -20);
  const why = ['it is the first line, above articles that no chapter parts'];
  const one: Series = {
    form: title.form,
    rank: title.rank,
    strong: true,
    runs: [{ members: [title], inside: false }],
    members: [title],
    why,
  };
  return { parts: [], chapters: one, below: [chapters, ...below], why };
}

/**
 * The same if a table of contents already names chapters: find further chapters of their form, the parts above
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

function toHeadings(levels: Levels, text: TextMeasure): Heading[] {
  const chapters = levels.chapters.members;
  const headings = new Map<number, Heading>();
  const taken = new Set<number>();
  const put: Put = (level, candidate, depth = 0, endsPart = false) => {
    for (let i = candidate.first; i <= candidate.last; i += 1) if (taken.has(i)) return;
    for (let i = candidate.first; i <= candidate.last; i += 1) taken.add(i);
    const heading = headingOf(level, candidate, depth);
    headings.set(candidate.first, endsPart ? { ...heading, endsPart } : heading);
  };
  for (const chapter of chapters) put('chapter', chapter);
  putParts(levels, text, put);
  const known = [...headings.values()]
    .filter(({ level }) => level === 'part')
    .map(({ first }) => first)
    .sort((a, b) => a - b);
  for (const part of findImplicitParts(levels.chapters, known, text.body)) put('part', part);
  const starts = [...headings.values()]
    .filter(({ level }) => level === 'chapter')
    .map(({ first }) => first)
    .sort((a, b) => a - b);
  putRules(levels.below, starts, put);
  return [...headings.values()].sort((a, b) => a.first - b.first);
}

/** More of the text than this between a book's title and its first chapter is no preface. */
const mostBelowTitle = 1 / 3;

type Put = (level: Heading['level'], candidate: Candidate, depth?: number, endsPart?: boolean) => void;

/** Less text than this below a part's heading, and no chapter, is no chapter of its own. */
const shortestChapter = 60;

/** Headings above the chapters are parts, if a chapter follows; one with text of its own instead is a chapter. */
function putParts({ parts, chapters, below: lower }: Levels, text: TextMeasure, put: Put): void {
  const starts = chapters.members.map(({ first }) => first);
  const higher = parts.flatMap(({ members }, depth) => members.map((member) => ({ member, depth })));
  higher.sort((a, b) => a.member.first - b.member.first);
  higher.forEach(({ member, depth }, i) => {
    // A heading without a number above all chapters is the book's title.
    const next = higher.slice(i + 1).find((other) => other.depth <= depth)?.member.first ?? text.body.end;
    const below = countUpTo(starts, next - 1) - countUpTo(starts, member.first);
    const isTitle =
      member.number === undefined && below === starts.length && must(parts[depth]).members.length === 1;
    if (isTitle) {
      // With a good part of the book right below, it heads that part.
      const own = text.between(member.last + 1, must(starts[0]));
      if (own > mostBelowTitle * text.total) put('chapter', member);
      return;
    }
    const inner = higher[i + 1];
    const until = Math.min(next, inner && inner.depth > depth ? inner.member.first : next);
    if (below > 0) put('part', member, depth);
    else if (member.title === '' && goesOn(member.last, until, lower)) return;
    else if (isChapter(member, until, starts[0], text)) {
      const inner = volume.test(member.label) ? chaptersWithin(member.last, until, lower) : [];
      put(inner.length > 0 ? 'part' : 'chapter', member, depth, inner.length === 0);
      for (const chapter of inner) put('chapter', chapter);
    }
  });
}

/** What counts the books of a file with several. */
const volume = /[册冊卷编編辑輯集部]$/;
/** A level heads the chapters of a book of its own if it has more than one of them. */
const fewestWithin = 2;

/** The chapters of one book among several, 一、 二、 where the others have 第一章: its highest level. */
function chaptersWithin(from: number, to: number, below: Series[]): Candidate[] {
  const inside = below
    .filter(({ form }) => form !== articleForm)
    .map(({ members }) => members.filter(({ first }) => first > from && first < to));
  const least = inside.reduce((at, [top]) => Math.min(at, top?.first ?? Infinity), Infinity);
  return inside.find(([top, ...more]) => top?.first === least && more.length + 1 >= fewestWithin) ?? [];
}

/** Whether a heading above the chapters' level, without a chapter below, is one itself: before the first, if it is no preface. */
function isChapter(
  part: Candidate,
  until: number,
  firstChapter: number | undefined,
  text: TextMeasure,
): boolean {
  if (firstChapter === undefined || text.between(part.last + 1, until) < shortestChapter) return false;
  return part.first > firstChapter || (frontKind(part.title) === undefined && !isTocHeading(part.title));
}

/** Whether the sections behind a part's bare number go on counting: then the chapter above goes on, too. */
function goesOn(from: number, until: number, below: Series[]): boolean {
  const next = below[0]?.members.find(({ first }) => first > from);
  return next !== undefined && next.first < until && (next.number ?? 1) > 1;
}

/** In each chapter, the highest level that it has heads its rules; the levels below head sections. */
function putRules(below: Series[], chapters: number[], put: Put): void {
  const top = new Map<number, number>();
  below.forEach(({ members }, level) => {
    for (const member of members) {
      const chapter = countUpTo(chapters, member.first);
      if (chapter === 0) continue;
      const rule = top.get(chapter) ?? level;
      top.set(chapter, rule);
      put(rule === level ? 'rule' : 'section', member, level - rule);
    }
  });
}

function headingOf(level: Heading['level'], candidate: Candidate, depth: number): Heading {
  const { first, last, number, label, whole, title } = candidate;
  return {
    level,
    first,
    last,
    entry: undefined,
    number,
    label,
    whole,
    title: title === '' ? whole : title,
    depth,
  };
}
