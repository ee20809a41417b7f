import { bisect } from '../../../../src/lib/bisect.ts';
import { matchKey } from '../../../../src/lib/squeeze.ts';
import type { Heading } from '../../page/heading.ts';
import type { TocEntry } from '../../contents/toc.ts';
import type { Check } from '../inspection.ts';
import { must } from '../../../../src/lib/must.ts';

/** Headings that the table of contents words, numbers or orders in another way than the body. */
export const checkTocMismatch: Check = ({ outline: { toc, headings, nodes } }) => {
  if (!toc) return [];
  const places = new Map(toc.entries.map((entry, index) => [entry, index]));
  const listed = headings.filter(
    (heading): heading is Heading & { entry: TocEntry } => heading.entry !== undefined,
  );
  const kept = longestIncreasing(listed.map(({ entry }) => must(places.get(entry))));
  return listed.flatMap((heading, index) => {
    const { entry } = heading;
    const { line, title } = must(nodes.get(heading));
    const followed =
      matchKey(title) === matchKey(heading.title) && matchKey(title) !== entry.key
        ? 'The body was followed, whose words the book uses more. Correct the source if the table of contents is right.'
        : 'The table of contents was followed. Correct the source if the body is right.';
    const problems = [
      ...(matchKey(heading.title) === entry.key
        ? []
        : [`The table of contents (line ${entry.line}) has “${entry.title}”, the body “${heading.title}”.`]),
      ...(entry.number === undefined || heading.number === undefined || entry.number === heading.number
        ? []
        : [
            `The table of contents (line ${entry.line}) numbers “${entry.title}” ${entry.number}, the body ${heading.number}.`,
          ]),
      ...(kept.has(index)
        ? []
        : [
            `“${entry.title}” stands elsewhere in the table of contents (line ${entry.line}) than in the body.`,
          ]),
    ];
    return problems.map((problem) => ({
      code: 'toc-mismatch' as const,
      severity: 'warning' as const,
      line,
      message: `${problem} ${followed}`,
    }));
  });
};

/** Positions of a longest increasing run of `values`; what isn't among them is out of order. */
function longestIncreasing(values: number[]): Set<number> {
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, i) => {
    const length = bisect(tails.length, (at) => must(values[must(tails[at])]) < value);
    before[i] = length > 0 ? must(tails[length - 1]) : -1;
    tails[length] = i;
  });
  const kept = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = must(before[i])) kept.add(i);
  return kept;
}
