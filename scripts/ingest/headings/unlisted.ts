import { isHeadingShaped } from './listed.ts';
import { keysOf, type Body, type Reading } from '../page/body.ts';
import { isFolio } from '../language/folio.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { isProse, visibleLength } from '../language/prose.ts';
import type { Toc } from '../contents/read-contents.ts';
import { findAround, type Leveled } from '../series/outline-levels.ts';
import { headingOf } from './heading-of.ts';
import { withUnnumberedRules } from './unnumbered.ts';

/** Headings that the body has and the table of contents hasn't: parts, chapters and rules. */
export function findExtraHeadings(
  body: Body,
  toc: Toc,
  found: Heading[],
  forced: ForcedHeading,
): { headings: Heading[]; leveled: Leveled } {
  const listsRules = toc.entries.some(({ level }) => level === 'rule');
  // A chapter of a number that the table lists is that very chapter, read badly; unless numbers start anew in each part.
  const listed = toc.entries.flatMap(({ level, number }) =>
    level === 'chapter' && number !== undefined ? [number] : [],
  );
  const numbers = new Set(listed);
  if (numbers.size < listed.length) numbers.clear();
  const leveled = findAround(body, found, numbers, !listsRules, forced);
  const around = leveled.headings;
  const known = [...found, ...around].sort((a, b) => a.first - b.first);
  if (!listsRules) {
    const aligned = new Set(found);
    return {
      headings: withUnnumberedRules(body, known, forced).filter((heading) => !aligned.has(heading)),
      leveled,
    };
  }
  const rules =
    toc.levels.rule === undefined
      ? findUnnumbered(body, toc, known, around, forced)
      : findNumbered(body, toc, toc.levels.rule, known, forced);
  return { headings: [...around, ...rules], leveled };
}

/** Lines numbered as the rules are, with a number that the chapter lacks. */
function findNumbered(
  body: Body,
  toc: Toc,
  scheme: string,
  known: Heading[],
  forced: ForcedHeading,
): Heading[] {
  const taken = linesOf(known);
  const titles = new Set(toc.entries.map(({ key }) => key));
  const extra: Heading[] = [];
  let at = 0;
  let chapter: Heading | undefined;
  let last = 0;
  for (let i = body.start; i < body.end; i += 1) {
    while (at < known.length && known[at]!.first <= i) {
      if (known[at]!.level === 'chapter') [chapter, last] = [known[at]!, 0];
      else last = known[at]!.number ?? known[at]!.entry?.number ?? last;
      at += 1;
    }
    const reading = readFree(body, i, taken, forced);
    const numbering = reading?.numbering;
    if (!reading || numbering?.scheme !== scheme || !chapter || reading.title === '') continue;
    const { number, parent, rank } = numbering;
    if (
      number === undefined ||
      !isHeadingShaped(reading) ||
      !body.isolated(reading.first, reading.last) ||
      titles.has(keysOf(reading)[0]!)
    )
      continue;
    if (parent !== undefined && parent !== (chapter.number ?? chapter.entry?.number)) continue;
    const next = known[at];
    const until = next?.level === 'rule' ? (next.number ?? next.entry?.number ?? Infinity) : Infinity;
    const inOrder = number > last && (until <= last || number < until);
    // 一、 and 1. also number lists: there, only the very next number of a line with text below is a rule.
    const lists = rank >= 6 && parent === undefined;
    const below = body.next(i);
    if (!inOrder || (lists && (number !== last + 1 || below < 0 || !isProse(body.text(below))))) continue;
    last = number;
    extra.push(headingOf('rule', reading));
  }
  return extra;
}

/** Among more title-like lines than this share of the found rules, all are sub-headings. */
const mostExtra = 0.34;

/** Title-like lines between two stretches of running text. */
function findUnnumbered(
  body: Body,
  toc: Toc,
  known: Heading[],
  chapters: Heading[],
  forced: ForcedHeading,
): Heading[] {
  const taken = linesOf(known);
  const titles = new Set(toc.entries.map(({ key }) => key));
  const ownChapters = new Set(chapters.filter(({ level }) => level === 'chapter'));
  const longest = toc.entries.reduce((most, { title }) => Math.max(most, visibleLength(title)), 0);
  const seen = new Map<string, number>();
  const inListed: Heading[] = [];
  const inExtra: Heading[] = [];
  let at = 0;
  let current: Heading | undefined;
  let sinceChapter = 0;
  for (let i = body.start; i < body.end; i += 1) {
    if (body.text(i) === '') continue;
    while (at < known.length && known[at]!.first <= i) {
      current = known[at]!.level === 'rule' && current && ownChapters.has(current) ? current : known[at]!;
      sinceChapter = 0;
      at += 1;
    }
    const own = current !== undefined && ownChapters.has(current);
    const reading = readFree(body, i, taken, forced);
    if (!reading || !current) continue;
    sinceChapter += 1;
    const key = keysOf(reading).at(-1)!;
    if (
      reading.numbering !== undefined ||
      !body.looksLikeTitle(i) ||
      titles.has(key) ||
      keysOf(reading).some((k) => titles.has(k))
    )
      continue;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (visibleLength(reading.whole) > longest * 1.5 + 3) continue;
    // Between a chapter's heading and its first rule, a short line behind the first sentence names who said it.
    const above = body.previous(i);
    if (
      current.level === 'chapter' &&
      (sinceChapter === 2 || sinceChapter === 3) &&
      isProse(body.text(above))
    )
      continue;
    const below = body.next(i);
    if (
      below < 0 ||
      taken.has(below) ||
      !(sinceChapter === 1 || body.endsAbove(i) || (sinceChapter === 3 && current.level === 'chapter')) ||
      (above >= 0 && /^[【〖［[].{1,20}[】〗］\]]/.test(body.text(above)))
    )
      continue;
    (own ? inExtra : inListed).push(headingOf('rule', reading));
  }
  const found = known.filter(({ level }) => level === 'rule').length;
  const once = (heading: Heading): boolean => seen.get(keysOf(body.read(heading.first)).at(-1)!) === 1;
  const listed = inListed.filter(once);
  return [...inExtra.filter(once), ...(listed.length <= Math.max(1, found * mostExtra) ? listed : [])];
}

function readFree(body: Body, index: number, taken: Set<number>, forced: ForcedHeading): Reading | undefined {
  const { text } = body.lines[index]!;
  if (text.length > 120 || taken.has(index) || body.furniture.has(index) || isFolio(text)) return undefined;
  const trimmed = text.trim();
  if (trimmed.length < 2 || trimmed.length > 60 || forced(text) === 'prose') return undefined;
  const reading = body.read(index);
  if (!reading.numbering || reading.title !== '') return reading;
  const two = body.readTwo(index);
  return two && !taken.has(two.last) && isHeadingShaped(two) ? two : reading;
}

function linesOf(headings: Heading[]): Set<number> {
  const taken = new Set<number>();
  for (const { first, last } of headings) for (let i = first; i <= last; i += 1) taken.add(i);
  return taken;
}
