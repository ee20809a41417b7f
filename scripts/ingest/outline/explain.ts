import type { OutlineLevel } from '../../../src/schemas/report.ts';
import type { Toc } from '../contents/toc.ts';
import type { Line } from '../model.ts';
import type { Heading } from '../page/heading.ts';
import type { Candidate } from '../series/candidates/line/candidate.ts';
import { countedForm, formWords } from '../series/forms/words.ts';
import { isWeaklyPlaced } from '../series/forms/placed.ts';
import type { Leveled } from '../series/leveled.ts';
import type { LeftOut, Series } from '../series/model/series.ts';
import { must } from '../../../src/lib/must.ts';

/** Other forms that are named beside the chapters' own. */
const mostOthers = 4;
/** Longer lines are quoted up to here. */
const longestQuoted = 40;

/** Say of every level that a book has what its headings look like, how many there are, why they were taken, and why others were not. */
export function explain(
  headings: Heading[],
  toc: Toc | undefined,
  leveled: Leveled,
  lines: Line[],
): OutlineLevel[] {
  const { levels, series } = leveled;
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
            .map(({ each, count }) => `${count} are ${formWords(each.form)}: ${each.why.join(', ')}`)),
      ...(numbered + listed < own.length
        ? [`${own.length - Math.max(numbered, listed)} are told by their place and shape`]
        : []),
    ];
    const others = level === 'chapter' ? othersThan(leveled, lines) : [];
    return [
      {
        level,
        form: own[0]?.whole ?? '',
        line: lines[own[0]?.first ?? 0]?.number ?? 1,
        count: own.length,
        why,
        ...(others.length > 0 ? { others } : {}),
      },
    ];
  });
}

/** What else could have headed the chapters, and why it does not. */
function othersThan({ levels, series, leftOut }: Leveled, lines: Line[]): string[] {
  if (!levels) return [];
  const named = (members: Candidate[]): string => {
    const [first] = members;
    const words = first?.whole ?? '';
    return `“${words.slice(0, longestQuoted)}${words.length > longestQuoted ? '…' : ''}” (line ${lines[first?.first ?? 0]?.number ?? 1})${members.length > 1 ? ' and on' : ''}`;
  };
  const place = ({ form, members, runs }: Series): string => {
    if (levels.parts.some((part) => part.form === form))
      return 'chapters stand below them, so they are parts';
    if (isWeaklyPlaced(form))
      return 'nothing but their place says that they are titles, and the chapters have surer signs';
    const anew = runs.length > 1 ? `they start anew ${runs.length} times` : 'they stand between the chapters';
    return `${anew}${members.length > levels.chapters.members.length ? ' and are more than those' : ''}, so they are a level below`;
  };
  const chosen = series
    .filter(({ form }) => form !== levels.chapters.form)
    .map((each) => ({
      count: each.members.length,
      text: `${countedForm(each.members.length, each.form)}, ${named(each.members)}: ${place(each)}`,
    }));
  const passed = [...Map.groupBy(leftOut, ({ run }) => must(run.members[0]).form)].map(([form, runs]) =>
    passedOver(form, runs, named),
  );
  return [...chosen.sort((a, b) => b.count - a.count), ...passed.sort((a, b) => b.count - a.count)]
    .slice(0, mostOthers)
    .map(({ text }) => text);
}

/** What the largest run of a form is instead of headings. */
function passedOver(
  form: string,
  runs: LeftOut[],
  named: (members: Candidate[]) => string,
): { count: number; text: string } {
  const count = runs.reduce((sum, { run }) => sum + run.members.length, 0);
  const { run, verdict } = runs.reduce((most, each) =>
    each.run.members.length > most.run.members.length ? each : most,
  );
  return {
    count,
    text: `${countedForm(count, form)}, ${named(run.members)}: ${verdict.why[0] ?? ''}, so ${count === 1 ? 'it is' : 'they are'} left as text`,
  };
}
