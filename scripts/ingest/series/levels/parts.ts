import { must } from '../../../../src/lib/must.ts';
import { frontKind, isTocHeading } from '../../language/words/section-words.ts';
import { countUpTo } from '../../sorted.ts';
import { articleForm } from '../candidates/by-format.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import type { TextMeasure } from '../model/text-measure.ts';
import type { Series } from '../model/series.ts';
import type { Levels } from './levels.ts';
import type { Put } from './put.ts';

/** More of the text than this between a book's title and its first chapter is no preface. */
const mostBelowTitle = 1 / 3;

/** Less text than this below a part's heading, and no chapter, is no chapter of its own. */
const shortestChapter = 60;

/** Headings above the chapters are parts, if a chapter follows; one with text of its own instead is a chapter. */
export function putParts({ parts, chapters, below: lower }: Levels, text: TextMeasure, put: Put): void {
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
      put(inner.length > 0 ? 'part' : 'chapter', member, depth, inner.length > 0 ? {} : { endsPart: true });
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
