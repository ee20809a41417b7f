import type { Toc } from '../contents/toc.ts';
import type { BodyLines } from '../page/body-lines.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { findAround } from '../series/find-around.ts';
import type { Leveled } from '../series/leveled.ts';
import { findNumberedRules } from './unlisted-numbered.ts';
import { findTitledRules } from './unlisted-titles.ts';
import { withUnnumberedRules } from './unnumbered.ts';

/** Headings that the body has and the table of contents doesn't: parts, chapters and rules. */
export function findExtraHeadings(
  body: BodyLines,
  toc: Toc,
  found: Heading[],
  forced: ForcedHeading,
): { headings: Heading[]; leveled: Leveled } {
  const listsRules = toc.entries.some(({ level }) => level === 'rule');
  // A chapter whose number the table lists is that very chapter, read badly; unless numbers start anew in each part.
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
      ? findTitledRules(body, toc, known, around, forced)
      : findNumberedRules(body, toc, toc.levels.rule, known, forced);
  return { headings: [...around, ...rules], leveled };
}
