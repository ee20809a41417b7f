import { numeralCharacters } from '../../../../src/lib/numerals.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import { insideBrackets } from '../../language/brackets.ts';
import { looseNumberingOf, numberingOf } from '../../language/numbering.ts';
import { isSiteStamp } from '../../page/furniture/site-stamp.ts';
import { isProse, visibleLength } from '../../language/prose.ts';

/** Fewer lines that begin with the same words are no habit of the book. */
const minSharers = 3;
const maxTitleLength = 60;
const mostWords = 4;
/** Ranks up to this number parts: 上卷 第一回. */
const lowestPart = 1;
/** Words of the book's own before a chapter's number may have no space behind them: 教程第二章, 店规卷三. */
const gluedChapter = new RegExp(
  `(?<=[^\\s第》”])(?:第[${numeralCharacters}]{1,6}[章回]|卷[${numeralCharacters}]{1,6})(?=[\\s（(]|$)`,
);
const longestGlued = 12;

/**
 * Words that are repeated before the headings of a book: 正文 第一回 …, the book's name, a breadcrumb such as
 * 上篇经营之道　一 …. They may contain a number, but a number alone is never such a word.
 * @returns for the index of a line, how many of its characters these words take
 */
export function findCrumbs(body: BodyLines): Map<number, number> {
  const counts = new Map<string, Set<string>>();
  const lines: [index: number, ends: number[], text: string][] = [];
  for (let i = body.start; i < body.end; i += 1) {
    const raw = body.lines[i]?.text ?? '';
    if (raw.length > maxTitleLength * 2 || !(/\S\s+\S/.test(raw) || gluedChapter.test(raw))) continue;
    const text = raw.trim();
    if (visibleLength(text) > maxTitleLength || !(body.text(i - 1) === '' || body.endsAbove(i))) continue;
    if (/[。！；，]$/.test(text) || isSiteStamp(text)) continue;
    const { start = 0, end: close = text.length } = insideBrackets(text) ?? {};
    const ends = wordEnds(text.slice(start, close)).map((end) => start + end);
    lines.push([i, ends, text]);
    for (const end of ends) {
      const words = text.slice(0, end);
      const rests = counts.get(words) ?? new Set();
      counts.set(words, rests);
      if (rests.size < 4 * minSharers) rests.add(text.slice(end));
    }
  }
  const crumbs = new Map<number, number>();
  for (const [index, ends, text] of lines) {
    const end = ends.findLast((at) => {
      const sharers = counts.get(text.slice(0, at))?.size ?? 0;
      // Before a number, two are enough: the number has to count up as well.
      return sharers >= minSharers || (sharers === 2 && numberingOf(text.slice(at)) !== undefined);
    });
    if (end !== undefined) crumbs.set(index, end);
  }
  return pastCounters(crumbs, body);
}

/** A numeral that a breadcrumb repeats from line to line before the title (上篇　一标题, 上篇　一标题) belongs to the breadcrumb. */
function pastCounters(crumbs: Map<number, number>, body: BodyLines): Map<number, number> {
  const byWords = Map.groupBy(crumbs, ([index, end]) => body.text(index).slice(0, end).trim());
  for (const lines of byWords.values()) {
    const counters = lines.map(
      ([index, end]) =>
        /^[一二三四五六七八九十]{1,2}(?=\p{Script=Han})/u.exec(body.text(index).slice(end))?.[0],
    );
    const known = counters.filter((counter) => counter !== undefined);
    if (known.length * 10 < lines.length * 7 || new Set(known).size * 4 > known.length) continue;
    lines.forEach(([index, end], i) => crumbs.set(index, end + (counters[i]?.length ?? 0)));
  }
  return crumbs;
}

/** Where a part's number starts, behind the book's name if that comes first: 书名 第一部分 …. */
const behindName = /^[^\s第]{1,12}\s+(?=第[^\s第]{1,4}(?:部分|[篇编編部卷集])\s)/;

/** A line that names a part and its chapter, with or without the book's name: 书名 第一篇 基本技巧 第二章 标题. */
export interface PathOnLine {
  /** Where the part's number starts. */
  part: number;
  /** Where the chapter's number starts. */
  chapter: number;
}

export function pathOn(text: string): PathOnLine | undefined {
  const part = behindName.exec(text)?.[0].length ?? 0;
  const rest = text.slice(part);
  const outer = numberingOf(rest);
  if (!outer || !(rest.startsWith('第') || outer.rank <= lowestPart)) return undefined;
  const labelled = rest.search(/(?<=\s)第[^\s第]{1,6}[章回节課课讲講]/);
  // 第二部分 3.标题
  const at = labelled >= 0 ? labelled : rest.search(/(?<=^第[^\s第]{1,4}(?:部分|[篇编編])\s+)\d{1,3}[.．、]/);
  const inner = at >= outer.length ? numberingOf(rest.slice(at)) : undefined;
  return inner && inner.rank > outer.rank ? { part, chapter: part + at } : undefined;
}

/** Whether a line starts with a number, though of a form that only its use makes one: 一 标题, a. 标题. */
function isNumbered(text: string): boolean {
  return (numberingOf(text) ?? looseNumberingOf(text)) !== undefined;
}

/** Where the words of a line end that may be such words: none before a number, none that is running text. */
function wordEnds(text: string): number[] {
  const path = pathOn(text);
  if (path) return [path.chapter];
  const glued = text.search(gluedChapter);
  const ends = glued > 1 && glued <= longestGlued && numberingOf(text) === undefined ? [glued] : [];
  const gap = /\s+/g;
  for (let left = mostWords; left > 0; left -= 1) {
    const match = gap.exec(text);
    if (!match) break;
    const words = text.slice(0, match.index);
    const last = words.slice(words.search(/\S+$/));
    const end = match.index + match[0].length;
    if (ends.length === 0 && (isNumbered(text) || !/^[\p{L}《“「]/u.test(text))) break;
    if (!isProse(words) && numberingOf(last)?.length !== last.length) ends.push(end);
  }
  return ends;
}
