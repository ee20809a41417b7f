import type { Heading } from '../../page/heading.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import type { TextMeasure } from '../model/text-measure.ts';
import { closingChapter } from './closing.ts';
import { findImplicitParts } from './implicit-parts.ts';
import type { Levels } from './levels.ts';
import { putParts } from './parts.ts';
import type { Put } from './put.ts';
import { putRules } from './rules.ts';

/** The headings of a book by its levels, in order. */
export function toHeadings(levels: Levels, text: TextMeasure): Heading[] {
  const chapters = levels.chapters.members;
  const headings = new Map<number, Heading>();
  const taken = new Set<number>();
  const put: Put = (level, candidate, depth = 0, also = {}) => {
    for (let i = candidate.first; i <= candidate.last; i += 1) if (taken.has(i)) return;
    for (let i = candidate.first; i <= candidate.last; i += 1) taken.add(i);
    headings.set(candidate.first, { ...headingOf(level, candidate, depth), ...also });
  };
  for (const chapter of chapters) put('chapter', chapter);
  const closing = closingChapter(levels.chapters, text);
  if (closing) put('chapter', closing);
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
  const hasParts = [...headings.values()].some(({ level }) => level === 'part');
  putRules(levels.below, starts, !hasParts, put);
  return [...headings.values()].sort((a, b) => a.first - b.first);
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
