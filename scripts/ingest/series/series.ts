import { append } from '../append.ts';
import type { Candidate } from './candidate.ts';
import { judge, type TextMeasure, type Verdict } from './evidence.ts';
import { countUpTo } from './sorted.ts';
import { findRuns, unnumberedRun, type Run } from './runs.ts';

/** The runs of one form that are headings: a level that the book may have. */
export interface Series {
  form: string;
  rank: number;
  strong: boolean;
  runs: Run[];
  /** The members of all runs, in order. */
  members: Candidate[];
  why: string[];
}

/** Runs that are no headings, with what they are instead. */
export interface LeftOut {
  run: Run;
  verdict: Verdict;
}

/**
 * A number that stands alone in its chapter is a heading where the form numbers headings elsewhere, or stands alone in
 * chapter after chapter.
 */
function withLone(judged: LeftOut[]): LeftOut[] {
  const count = (kind: Verdict['kind']): number =>
    judged.reduce((sum, { run, verdict }) => sum + (verdict.kind === kind ? run.members.length : 0), 0);
  const lone = judged.filter(({ verdict }) => verdict.kind === 'lone').length;
  const headings = count('headings');
  const accepted = lone > 1 || headings > 0 ? headings + lone > count('list') + count('text') : false;
  return judged.map(({ run, verdict }) =>
    verdict.kind === 'lone'
      ? { run, verdict: { ...verdict, kind: accepted ? 'headings' : 'list' } }
      : { run, verdict },
  );
}

/** Gather the candidates into series, the highest rank first. */
export function findSeries(
  candidates: Candidate[],
  text: TextMeasure,
): { series: Series[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const series: Series[] = [];
  const forms = [...Map.groupBy(candidates, (candidate) => candidate.form)];
  forms.sort(([, a], [, b]) => a[0]!.rank - b[0]!.rank);
  let higher: number[] = [];
  for (const [form, all] of forms) {
    const isAcross = (from: Candidate, to: Candidate): boolean =>
      countUpTo(higher, from.first) < countUpTo(higher, to.first);
    const numbered = all.some(({ number }) => number !== undefined) && !form.startsWith('#');
    const runs = numbered ? findRuns(all, isAcross) : unnumberedRun(all);
    const judged = withLone(runs.map((run) => ({ run, verdict: judge(run, text, text.body.end) })));
    append(
      leftOut,
      judged.filter(({ verdict }) => verdict.kind !== 'headings'),
    );
    const headings = judged.filter(({ verdict }) => verdict.kind === 'headings');
    // 1. 2. 3. below 1. is a level of its own.
    for (const inside of [false, true]) {
      const own = headings.filter(({ run }) => run.inside === inside);
      if (own.length === 0) continue;
      const kept = own.map(({ run }) => run);
      series.push({
        form: inside ? `${form} inside ${form}` : form,
        rank: all[0]!.rank + (inside ? 0.05 : 0),
        strong: all[0]!.strong,
        runs: kept,
        members: kept
          .flatMap(({ members }) => members.filter(({ shaped }) => shaped))
          .sort((a, b) => a.first - b.first),
        why: own[0]!.verdict.why,
      });
      if (all[0]!.strong)
        higher = [...higher, ...series.at(-1)!.members.map(({ first }) => first)].sort((a, b) => a - b);
    }
  }
  return {
    series: series.filter(({ members }) => members.length > 0).sort((a, b) => a.rank - b.rank),
    leftOut,
  };
}
