import type { OutlineLevel } from '../../../src/schemas/report.ts';
import type { Toc } from '../contents/read-contents.ts';
import type { Heading } from '../page/heading.ts';
import { isWeaklyPlaced } from '../series/placed.ts';
import type { Leveled } from '../series/outline-levels.ts';

/** Say of every level that a book has what its headings look like, how many there are, and why they were taken. */
export function explain(
  headings: Heading[],
  toc: Toc | undefined,
  { levels, series }: Leveled,
): OutlineLevel[] {
  return (['part', 'chapter', 'rule', 'section'] as const).flatMap((level) => {
    const own = headings.filter((heading) => heading.level === level);
    if (own.length === 0) return [];
    const listed = own.filter(({ entry }) => entry !== undefined).length;
    const starts = new Set(own.map(({ first }) => first));
    const forms = series
      .filter(({ form }) => !isWeaklyPlaced(form))
      .map((each) => ({ each, count: each.members.filter(({ first }) => starts.has(first)).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
    const numbered = forms.reduce((sum, { count }) => sum + count, 0);
    const why = [
      ...(listed > 0 && toc
        ? [`the table of contents at line ${toc.entries[0]?.line ?? 1} lists ${listed} of them`]
        : []),
      ...(level === 'chapter' && levels
        ? levels.why
        : forms
            .slice(0, 3)
            .map(({ each, count }) => `${count} of the form ${each.form}: ${each.why.join(', ')}`)),
      ...(numbered + listed < own.length
        ? [`${own.length - Math.max(numbered, listed)} told by their place and shape`]
        : []),
    ];
    return [{ level, form: own[0]?.whole ?? '', count: own.length, why }];
  });
}
