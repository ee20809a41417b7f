import { append } from '../append.ts';
import { matchKey } from '../../../src/lib/squeeze.ts';
import type { Body } from './body.ts';
import { numberingOf } from '../language/numbering.ts';
import { isFolio } from '../language/folio.ts';
import type { ForcedHeading, Heading } from './heading.ts';
import { parseNumeral } from '../../../src/lib/numerals.ts';
import {
  closesQuote,
  endsSentence,
  isProse,
  startsInside,
  startsItem,
  startsQuote,
  visibleLength,
} from '../language/prose.ts';

/** A kind of page furniture: the same words again and again, or page numbers. */
interface FurnitureGroup {
  text: string;
  /** Indexes of its lines. */
  lines: number[];
}

export interface Furniture {
  lines: Set<number>;
  groups: FurnitureGroup[];
}

const longest = 40;
/** A line of running text that happens to recur is wider than this share of a full line. */
const narrow = 0.7;

/**
 * Find page furniture in the body: page numbers, running heads and feet. A line counts as a running head where it repeats a
 * title in another place than the heading's, or where it recurs and stands where pages end: within sentences, beside
 * page numbers, before headings. Never one that names who said a chapter's epigraph.
 * @param titles keys of the titles of chapters, rules and the book, which running heads repeat
 * @param names what the book is called
 */
export function findFurniture(
  body: Body,
  headings: Heading[],
  titles: Set<string>,
  forced: ForcedHeading,
  names: string[] = [],
): Furniture {
  const { width, measure } = body.wrapping;
  const isFullLine = (text: string, i: number): boolean =>
    width > 0 && measure(text) > narrow * width && !body.isolated(i);
  const claimed = new Set<number>();
  for (const { first, last } of headings) for (let i = first; i <= last; i += 1) claimed.add(i);
  const chapterLines = new Set(headings.filter(({ level }) => level === 'chapter').map(({ last }) => last));
  const folios: number[] = [];
  const candidates = new Map<string, number[]>();
  for (let i = body.start; i < body.end; i += 1) {
    const { text } = body.lines[i]!;
    if (claimed.has(i) || text.length > longest * 3) continue;
    const trimmed = text.trim();
    if (trimmed === '' || forced(trimmed) === 'prose') continue;
    if (isFolio(trimmed)) {
      if (!isYear(trimmed)) folios.push(i);
    } else if (visibleLength(trimmed) <= longest && canRecur(trimmed) && !isFullLine(trimmed, i)) {
      const key = withoutNumbers(matchKey(trimmed));
      if (key === '') continue;
      const list = candidates.get(key);
      if (list) list.push(i);
      else candidates.set(key, [i]);
    }
  }
  const groups: FurnitureGroup[] = [];
  const pages = pageNumbers(folios, body);
  if (pages.length > 0)
    groups.push({
      text: pages
        .slice(0, 3)
        .map((i) => body.text(i))
        .join(', '),
      lines: pages,
    });
  append(groups, stamps(candidates, body, headings));
  const repeated = new Set(
    [...candidates].filter(([, lines]) => lines.length > 1).flatMap(([, lines]) => lines),
  );
  const isEdge = (i: number): boolean => repeated.has(i) || isFolio(body.text(i));
  const heads = [...candidates]
    .filter(([key, lines]) => lines.length > 1 || repeatsTitle(key, titles))
    .map(([, lines]) => lines);
  const paged =
    pages.length > 1 ||
    hasPageBreaks(body) ||
    heads.some((lines) => countsPages(lines, body)) ||
    cutOften(heads, body, claimed, isEdge);
  /** The title of the chapter that a line stands in: printed again there, it heads a page. */
  const chapterStarts = headings.filter(({ level }) => level === 'chapter');
  const ownChapter = (i: number): string | undefined => {
    const chapter = chapterStarts.findLast(({ first }) => first < i);
    if (!chapter || !body.isolated(i)) return undefined;
    const text = withoutNumbers(matchKey(body.text(i)));
    return [
      chapter.title,
      chapter.whole,
      chapter.title + chapter.label,
      chapter.label + chapter.title,
      ...names,
    ].some((title) => withoutNumbers(matchKey(title)) === text)
      ? text
      : undefined;
  };
  for (const [key, lines] of candidates) {
    if (repeatsTitle(key, titles)) {
      const again = lines.filter(
        (i) =>
          paged ||
          ownChapter(i) !== undefined ||
          repeatsAbove(i, key, titles, body, claimed) ||
          placeOf(i, body, claimed, isEdge) === 'cuts',
      );
      if (again.length > 0) groups.push({ text: body.text(again[0]!), lines: again });
      continue;
    }
    const rest = lines.filter((i) => !isAttribution(i, body, chapterLines, claimed));
    if (rest.length === 1 && isLoneFurniture(rest[0]!, body, claimed))
      groups.push({ text: body.text(rest[0]!), lines: rest });
    if (rest.length < 2) continue;
    const evidence = rest.map((i) => placeOf(i, body, claimed, isEdge));
    const atEdges = evidence.filter((place) => place === 'cuts' || place === 'page').length;
    const beforeHeadings = evidence.filter((place) => place === 'heading').length;
    // A sub-heading never cuts a sentence and never stands right above a heading; a running head does.
    const cuts = evidence.filter((place) => place === 'cuts').length;
    if (
      (cuts > 0 && (paged || cuts * 2 >= rest.length || cuts + beforeHeadings === rest.length)) ||
      (atEdges > cuts && atEdges * 2 >= rest.length) ||
      (paged && beforeHeadings > 0 && (rest.length >= 4 || atEdges + beforeHeadings === rest.length))
    ) {
      groups.push({ text: body.text(rest[0]!), lines: rest });
    }
  }
  return { lines: new Set(groups.flatMap((group) => group.lines)), groups };
}

/**
 * Of lines that can be page numbers, those that are: decorated ones, those at a page's end, and bare ones that rise
 * through the book. A figure in a table or the number of a section does neither.
 */
function pageNumbers(folios: number[], body: Body): number[] {
  const bare = folios.filter((i) => /^[0-9０-９]{1,4}$/.test(body.text(i)));
  const rising = risingNumbers(bare, body);
  const values = bare.map((i) => numberIn(body.text(i)) ?? 0);
  const inARow = values.every((value, i) => i === 0 || value === (values[i - 1] ?? 0) + 1);
  const sure = inARow || (rising.size >= 3 && rising.size * 2 >= bare.length);
  return folios.filter((i) => {
    const atEdge = breaksPage(i, body);
    return atEdge || !/^[0-9０-９]{1,4}$/.test(body.text(i)) || (sure && rising.has(i)) || cutsText(i, body);
  });
}

/** Whether a page break stands right before or behind a line, blank lines aside. */
function breaksPage(index: number, body: Body): boolean {
  if (body.lines[index]!.pageBreak) return true;
  for (let i = index + 1; i < body.end; i += 1) {
    if (body.lines[i]!.pageBreak) return true;
    if (body.text(i) !== '') return false;
  }
  return false;
}

/** Whether the same words come with a number that rises from line to line, as at the head of pages. */
function countsPages(lines: number[], body: Body): boolean {
  if (lines.length < 2) return false;
  const numbers = lines.map((i) => {
    const match = /^([0-9０-９]{1,4})\s|[\s·|/-]([0-9０-９]{1,4})$/.exec(body.text(i));
    return match ? (numberIn(match[0]) ?? 0) : 0;
  });
  return numbers.every((number, i) => number > (numbers[i - 1] ?? 0));
}

/** Whether lines that recur stand within sentences more than once: where pages end. */
function cutOften(
  heads: number[][],
  body: Body,
  claimed: Set<number>,
  isEdge: (index: number) => boolean,
): boolean {
  let cuts = 0;
  let all = 0;
  for (const lines of heads) {
    all += lines.length;
    cuts += lines.filter((i) => placeOf(i, body, claimed, isEdge) === 'cuts').length;
  }
  return cuts > 1 && cuts * 10 >= all;
}

/** Lines whose numbers rise from one to the next, the most that do. */
function risingNumbers(lines: number[], body: Body): Set<number> {
  const tails: number[] = [];
  const before = new Map<number, number>();
  const value = (i: number): number => numberIn(body.text(i)) ?? 0;
  for (const i of lines) {
    let at = tails.findIndex((tail) => value(tail) >= value(i));
    if (at < 0) at = tails.length;
    if (at > 0) before.set(i, tails[at - 1]!);
    tails[at] = i;
  }
  const rising = new Set<number>();
  for (let i = tails.at(-1); i !== undefined; i = before.get(i)) rising.add(i);
  return rising;
}

/** Whether a line stands between the two halves of a sentence. */
function cutsText(index: number, body: Body): boolean {
  const [above, below] = [nearestText(body, index, -1), nearestText(body, index, 1)];
  if (above < 0 || below < 0) return false;
  const before = body.text(above);
  return (
    isProse(before) && !endsSentence(before) && (isProse(body.text(below)) || endsSentence(body.text(below)))
  );
}

function hasPageBreaks(body: Body): boolean {
  for (let i = body.start; i < body.end; i += 1) if (body.lines[i]!.pageBreak) return true;
  return false;
}

/** The heading above, printed once more right below itself; or one of a chapter's own list of what it holds. */
function repeatsAbove(
  index: number,
  key: string,
  titles: Set<string>,
  body: Body,
  claimed: Set<number>,
): boolean {
  let above = body.previous(index);
  for (let left = 40; left > 0 && above >= 0 && !claimed.has(above); left -= 1) {
    if (!titles.has(matchKey(body.text(above)))) return false;
    above = body.previous(above);
  }
  if (above < 0 || !claimed.has(above)) return false;
  return titles.has(key) || matchKey(body.text(above)).endsWith(key);
}

/** More than this share of the headings have a stamp right below them. */
const stamped = 0.6;

/** Lines that a site puts below every heading, different in figures alone: 更新时间:2007-11-16 本章字数:4804. */
function stamps(candidates: Map<string, number[]>, body: Body, headings: Heading[]): FurnitureGroup[] {
  const below = new Map<string, number[]>();
  const chapters = headings.filter(({ level }) => level === 'chapter');
  for (const { last } of chapters) {
    const next = body.next(last);
    const text = next < 0 ? '' : body.text(next);
    if (visibleLength(text) > 60 || !/[0-9０-９]/.test(text) || !/[:：]|字数|点击|更新/.test(text)) continue;
    const key = matchKey(text).replace(/\d+/g, '');
    below.set(key, [...(below.get(key) ?? []), next]);
  }
  const found = [...below.values()].filter(
    (lines) => lines.length > 1 && lines.length > stamped * chapters.length,
  );
  const ofSites = [...candidates.values()].filter(
    (lines) => lines.length > 2 && /www\.|https?:|\.(?:com|net|cn|org)\b/i.test(body.text(lines[0]!)),
  );
  return [...found, ...ofSites].map((lines) => ({ text: body.text(lines[0]!), lines }));
}

function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text);
}

/** Whether a line can be a running head at all: no sentence, no label, no list item, no line of dialogue. */
function canRecur(text: string): boolean {
  return (
    !/[。！？；：，、?!;:,”’」』]$/.test(text) &&
    !/^[【〖［□☐]/.test(text) &&
    !/[。！？；]/.test(text) &&
    (text.match(/，/g)?.length ?? 0) < 2 &&
    !startsQuote(text) &&
    !(startsItem(text) && /[，。]/.test(text)) &&
    !/^[（(].*[)）]$/.test(text)
  );
}

/** A key without the page number that a running head may carry on either side. */
export function withoutNumbers(key: string): string {
  return key.replace(/^[-·|/.~\d]{1,12}(?=\D)/, '').replace(/(?<=[^\d.])[-·|/.~\d]{1,12}$/, '');
}

/** A title, with nothing more than numbers, separators and other titles around it: 听懂弦外之音 第2章. */
function repeatsTitle(key: string, titles: Set<string>): boolean {
  if (titles.has(key)) return true;
  for (let from = 0; from < key.length - 1; from += 1) {
    for (let to = key.length; to > from + 1; to -= 1) {
      if (
        titles.has(key.slice(from, to)) &&
        isAround(key.slice(0, from), titles) &&
        isAround(key.slice(to), titles)
      )
        return true;
    }
  }
  return false;
}

/** Numbers with what they count, and separators. */
const numbering =
  /[第卷篇]?[0-9〇零一二三四五六七八九十百廿卅壹贰叁肆伍陆柒捌玖拾]+(?:部分|单元|單元|[章篇讲講课課回节節条條部卷编編页頁])?/g;
const separators = /[-·|/.:~《》"()[\]]/g;

function isAround(rest: string, titles: Set<string>): boolean {
  return (
    rest === '' ||
    rest.replace(numbering, '').replace(separators, '') === '' ||
    titles.has(rest.replace(/^[-·|/.:~《》"]{1,9}/, '').replace(/[-·|/.:~《》"]{1,9}$/, ''))
  );
}

/** Who said a chapter's epigraph: the short line behind the first text below a chapter's heading. */
function isAttribution(index: number, body: Body, chapterLines: Set<number>, claimed: Set<number>): boolean {
  let above = body.previous(index);
  for (let left = 3; above >= 0 && left > 0; left -= 1, above = body.previous(above)) {
    if (chapterLines.has(above)) return left < 3;
    if (claimed.has(above)) return false;
  }
  return false;
}

/** Where a line stands: within a sentence, at a page's edge, before a heading, or between paragraphs. */
function placeOf(
  index: number,
  body: Body,
  claimed: Set<number>,
  isEdge: (index: number) => boolean,
): 'cuts' | 'page' | 'heading' | 'between' {
  const line = body.lines[index]!;
  const following = body.lines[index + 1];
  const besideFolio = [nearestText(body, index, -1), nearestText(body, index, 1)].some(
    (i) => i >= 0 && i !== index && isFolio(body.text(i)),
  );
  let above = body.previous(index);
  let below = body.next(index);
  // Head and foot often stand one above the other.
  for (let left = 2; left > 0 && above >= 0 && isEdge(above); left -= 1) above = body.previous(above);
  for (let left = 2; left > 0 && below >= 0 && isEdge(below); left -= 1) below = body.next(below);
  if (above >= 0 && below >= 0 && !claimed.has(above) && !claimed.has(below)) {
    const before = body.text(above);
    const after = body.text(below);
    if (
      isProse(before) &&
      !endsSentence(before) &&
      !/[)）]$/.test(before) &&
      (isProse(after) || endsSentence(after) || closesQuote(after))
    )
      return 'cuts';
  }
  if (line.pageBreak || following?.pageBreak === true || besideFolio) return 'page';
  return below < 0 || claimed.has(below) ? 'heading' : 'between';
}

/** A line that stands once: within a sentence that a page's end cuts or that runs on below, or with the number next to that of the page number beside it. */
function isLoneFurniture(index: number, body: Body, claimed: Set<number>): boolean {
  const text = body.text(index);
  const within = body.lines[index]!.midLine && body.lines[index + 1]?.midLine;
  if (within || isProse(text) || visibleLength(text) > 30) return false;
  const folios = [nearestText(body, index, -1), nearestText(body, index, 1)].filter(
    (i) => i >= 0 && isFolio(body.text(i)),
  );
  const own =
    /[0-9０-９]$/.test(text) && !numberingOf(text) ? numberIn(/[0-9０-９]{1,4}$/.exec(text)![0]) : undefined;
  if (own !== undefined && folios.some((i) => Math.abs((numberIn(body.text(i)) ?? -9) - own) <= 1))
    return true;
  const [above, below] = [body.previous(index), body.next(index)];
  if (above < 0 || below < 0 || claimed.has(above) || claimed.has(below)) return false;
  const [before, after] = [body.text(above), body.text(below)];
  if (
    !isProse(before) ||
    endsSentence(before) ||
    !(isProse(after) || startsInside(after) || endsSentence(after))
  )
    return false;
  const pageEnds =
    folios.length > 0 || body.lines[index]!.pageBreak || body.lines[index + 1]?.pageBreak === true;
  return pageEnds || body.runsOn(before, after);
}

/** The first number in a line. */
function numberIn(text: string): number | undefined {
  const printed = /[0-9０-９]{1,4}|[〇零一二三四五六七八九十百]{1,6}/.exec(text);
  return printed ? parseNumeral(printed[0]) : undefined;
}

/** The nearest line with any text in it, page numbers included. */
function nearestText(body: Body, index: number, step: 1 | -1): number {
  for (let i = index + step; i >= body.start && i < body.end; i += step) if (body.text(i) !== '') return i;
  return -1;
}
