import { must } from '../../../src/lib/must.ts';
import { append } from '../append.ts';
import { countUpTo } from '../sorted.ts';
import type { Candidate } from './candidates/line/candidate.ts';
import { byDecimals } from './decimal-levels.ts';
import { judge } from './evidence.ts';
import type { TextMeasure } from './model/text-measure.ts';
import { byMarkedUnit } from './forms/marked-units.ts';
import { isPlaced } from './forms/placed.ts';
import { byVariant } from './forms/variants.ts';
import { withLostMarks } from './lost-marks.ts';
import { mendForms } from './misprints.ts';
import { findRuns } from './runs/find-runs.ts';
import { repeatingRuns } from './runs/repeating-runs.ts';
import { unnumberedRun } from './model/run.ts';
import { headingsOf } from './runs/vouched.ts';
import type { LeftOut, Series, Verdict } from './model/series.ts';
import { withoutPageNumbers, withoutPages } from './unmeant/pages.ts';
import { withoutPreamble } from './unmeant/preamble.ts';
import { withoutListing, withoutRepeats } from './unmeant/repeats.ts';

/**
 * A number without a sequel in its chapter is a heading if its form numbers headings elsewhere, or if there is
 * such a number in chapter after chapter.
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

/**
 * Headings that follow the same words have one level, numbered or not. The exception: if unnumbered ones come
 * between the numbered ones, in a third of the gaps or more, the unnumbered ones are below and the levels differ.
 */
function asOneLevel(candidates: Candidate[]): Candidate[] {
  const crumbed = candidates.filter(({ form }) => form.startsWith('…'));
  const plain = crumbed.filter(({ number }) => number === undefined);
  if (plain.length === 0) return candidates;
  const merged = new Set<string>();
  for (const [form, members] of Map.groupBy(crumbed, (candidate) => candidate.form)) {
    if (form === must(plain[0]).form || members.length > plain.length) continue;
    const starts = plain.map(({ first }) => first);
    const parted = members.filter((member, i) => {
      const next = members[i + 1]?.first ?? Infinity;
      return countUpTo(starts, member.first) < countUpTo(starts, next);
    }).length;
    if (parted * 3 < members.length) merged.add(form);
  }
  return candidates.map((each) =>
    merged.has(each.form) ? { ...each, form: must(plain[0]).form, rank: must(plain[0]).rank } : each,
  );
}

/** What runs are that list the titles of others. */
const retold: Verdict = { kind: 'contents', why: ['they repeat the titles of others with more text below'] };

/** This much text is a chapter's rather than a list item's. */
const chapterLength = 1500;

/** Gather the candidates into series, the highest rank first. */
export function findSeries(
  candidates: Candidate[],
  text: TextMeasure,
): { series: Series[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const series: Series[] = [];
  const forms = [
    ...Map.groupBy(
      asOneLevel(withLostMarks(mendForms(byDecimals(candidates)))),
      (candidate) => candidate.form,
    ),
  ].flatMap(([form, all]) => (form.startsWith('#') ? byMarkedUnit(form, all) : byVariant(form, all)));
  forms.sort(([, a], [, b]) => must(a[0]).rank - must(b[0]).rank);
  let higher: number[] = [];
  // Headings by the source's own format: what stands below anything else ends there.
  const marked = candidates.filter(({ form }) => form.startsWith('#')).map(({ first }) => first);
  for (const [form, all] of forms) {
    const isAcross = (from: Candidate, to: Candidate): boolean =>
      countUpTo(higher, from.first) < countUpTo(higher, to.first);
    const isFar = (from: Candidate, to: Candidate): boolean =>
      from.shaped && to.shaped && text.between(from.last + 1, to.first) >= chapterLength;
    const isText = (from: Candidate, to: Candidate): boolean => text.between(from.last + 1, to.first) > 0;
    const numbered =
      all.every(({ number, strong }) => number !== undefined || strong) && !form.startsWith('#');
    const runs = numbered
      ? findRuns(all, isAcross, isFar, isText)
      : unnumberedRun(
          withoutPreamble(withoutListing(isPlaced(form) ? withoutRepeats(all) : all, text), text, marked),
        );
    const repeating = repeatingRuns(runs, text);
    const judged = withLone(
      runs.map((run) => ({
        run,
        verdict: repeating.has(run) ? retold : judge(run, text, form.startsWith('#') ? [] : marked),
      })),
    );
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
        rank: must(all[0]).rank + (inside ? 0.05 : 0),
        strong: must(all[0]).strong,
        runs: kept,
        members: kept.flatMap(headingsOf).sort((a, b) => a.first - b.first),
        why: must(own[0]).verdict.why,
      });
      if (must(all[0]).strong)
        higher = [...higher, ...must(series.at(-1)).members.map(({ first }) => first)].sort((a, b) => a - b);
    }
  }
  return {
    series: withoutPages(withoutPageNumbers(series.filter(({ members }) => members.length > 0))).sort(
      (a, b) => a.rank - b.rank,
    ),
    leftOut,
  };
}
