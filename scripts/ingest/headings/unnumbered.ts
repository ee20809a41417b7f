import { keysOf, type BodyLines, type HeadingReading } from '../page/body-lines.ts';
import { withoutPageHeads } from '../page/furniture/page-heads.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { countUpTo } from '../sorted.ts';
import { isProse } from '../language/prose.ts';
import { headingOf } from './heading-of.ts';
import { must } from '../../../src/lib/must.ts';

/**
 * Use unnumbered title-like lines as the rules of a book whose chapters have no numbered rules, or have them
 * only below such titles. If titles come first in most chapters, the numbered lines below them are section
 * headings.
 */
export function withUnnumberedRules(body: BodyLines, headings: Heading[], forced: ForcedHeading): Heading[] {
  const chapters = headings.filter(({ level }) => level === 'chapter');
  const titles = findTitles(body, chapters, headings, forced);
  if (titles.length === 0) return headings;
  const rules = headings.filter(({ level }) => level === 'rule').map(({ first }) => first);
  const ends = chapters.map((_, i) => chapters[i + 1]?.first ?? body.end);
  const firstIn = (starts: number[], i: number): number => {
    const start = starts[countUpTo(starts, must(chapters[i]).last)] ?? Infinity;
    return start < must(ends[i]) ? start : Infinity;
  };
  const starts = titles.map(({ first }) => first);
  const leading = chapters.filter((_, i) => firstIn(starts, i) < firstIn(rules, i)).length;
  const numbered = chapters.filter((_, i) => firstIn(rules, i) < Infinity).length;
  if (leading <= numbered - leading || leading * 2 < chapters.length) return headings;
  return [
    ...headings.map((heading) =>
      heading.level === 'rule' ? { ...heading, level: 'section' as const } : heading,
    ),
    ...titles.map((reading) => headingOf('rule', reading, false)),
  ].sort((a, b) => a.first - b.first);
}

function findTitles(
  body: BodyLines,
  chapters: Heading[],
  headings: Heading[],
  forced: ForcedHeading,
): HeadingReading[] {
  const taken = new Set(headings.flatMap(({ first, last }) => [first, last]));
  // By key, how many titles there were when it was found.
  const seen = new Map<string, number>();
  const elsewhere = new Set<string>();
  const titles: HeadingReading[] = [];
  for (const [index, chapter] of chapters.entries()) {
    const end = chapters[index + 1]?.first ?? body.end;
    let texts = 0;
    for (let i = body.next(chapter.last); i >= 0 && i < end; i = body.next(i)) {
      texts += 1;
      if (
        taken.has(i) ||
        forced(body.text(i), must(body.lines[i])) === 'prose' ||
        !body.looksLikeTitle(i) ||
        !(texts === 1 || body.endsAbove(i) || (texts <= 3 && !isProse(body.text(body.previous(i)))))
      )
        continue;
      const reading = body.readLine(i);
      const key = must(keysOf(reading).at(-1));
      if (seen.has(key)) {
        if (seen.get(key) !== titles.length) elsewhere.add(key);
        continue;
      }
      titles.push(reading);
      seen.set(key, titles.length);
    }
  }
  // What stands again below another title is a running head or a sub-heading.
  const own = titles.filter((reading) => !elsewhere.has(must(keysOf(reading).at(-1))));
  return withoutPageHeads(own, ({ whole }) => whole);
}
