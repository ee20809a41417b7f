import { matchKey } from '../../../src/lib/squeeze.ts';
import { withoutPageHeads } from '../page/furniture/page-heads.ts';
import { withoutNumbers } from '../page/furniture/repeated-titles.ts';
import { append } from '../append.ts';
import type { Candidate } from './candidates/line/candidate.ts';
import { mendForms } from './misprints.ts';
import { byVariant } from './forms/variants.ts';
import { judge, type TextMeasure, type Verdict } from './evidence.ts';
import { isPlaced } from './forms/placed.ts';
import { countUpTo } from '../sorted.ts';
import { frontKind } from '../language/section-words.ts';
import { withLostMarks } from './lost-marks.ts';
import { byMarkedUnit } from './forms/marked-units.ts';
import { findRuns, unnumberedRun, type Run } from './runs.ts';
import { repeatingRuns } from './repeating-runs.ts';
import { headingsOf } from './vouched.ts';
import { must } from '../../../src/lib/must.ts';

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

/**
 * Drop headings between a document's title and its first numbered heading, such as its kind and date. They look
 * like headings of the chapters' level, but have no text and no number.
 */
function withoutPreamble(all: Candidate[], text: TextMeasure, marked: number[]): Candidate[] {
  const numbered = all.filter(({ number }) => number !== undefined).length;
  if (numbered * 2 < all.length) return all;
  if (isDocumentTitle(all, text, marked)) return withoutPreamble(all.slice(1), text, marked);
  const from = all.findIndex(
    ({ number, last }, i) =>
      number !== undefined || text.between(last + 1, all[i + 1]?.first ?? text.body.end) > 0,
  );
  const first = all.findIndex(({ number }) => number !== undefined);
  return from >= 0 && from < first
    ? all.filter((each, i) => i >= first || text.between(each.last + 1, must(all[i + 1]).first) > 40)
    : all.slice(from);
}

/** More text than this right below a heading is a chapter's. */
const mostBelowTitle = 80;
/** This share of the headings below a document's title are numbered, if its title has the chapters' level. */
const minNumbered = 0.7;

/**
 * Whether the first heading of a level is the title of the whole: it is the document's first line, hardly any text but
 * a lower heading comes right below, and what follows on its level is numbered from 1.
 */
function isDocumentTitle(all: Candidate[], text: TextMeasure, marked: number[]): boolean {
  const [first, second] = all;
  if (!first || !second || first.number !== undefined || second.number !== 1) return false;
  if (first.first !== text.body.next(text.body.start - 1) || frontKind(first.title) !== undefined)
    return false;
  const below = marked[countUpTo(marked, first.last)] ?? second.first;
  const numbered = all.filter(({ number }) => number !== undefined).length;
  return (
    below < second.first &&
    text.between(first.last + 1, below) <= mostBelowTitle &&
    numbered >= minNumbered * (all.length - 1)
  );
}

/** Fewer lines in a row list nothing. */
const fewestListed = 3;
/** This share of the lines that a contents list has come again above their text. */
const minFound = 0.8;

/** Drop the lines that list what the book holds, before all others: lines in a row that come again, each above text. */
function withoutListing(all: Candidate[], text: TextMeasure): Candidate[] {
  const end = all.findIndex(({ last }, i) => text.between(last + 1, all[i + 1]?.first ?? text.body.end) > 0);
  if (end < fewestListed) return all;
  const keyOf = ({ title }: Candidate): string => withoutNumbers(matchKey(title));
  const below = new Set(all.slice(end).map(keyOf));
  const listed = all.slice(0, end);
  return listed.filter((each) => below.has(keyOf(each))).length >= minFound * end ? all.slice(end) : all;
}

/** A title that occurs this often is a site's stamp or a label. */
const mostRepeats = 3;

/**
 * Lines that look like titles only by their place are no titles if one of them occurs again and again, with the number of a
 * page or without.
 */
function withoutRepeats(titles: Candidate[]): Candidate[] {
  const all = withoutPageHeads(titles, ({ whole }) => whole);
  const keys = all.map(({ title }) => withoutNumbers(matchKey(title)));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  if (all[0]?.form === 'ruled' && areLetters(counts, all.length)) return all;
  return all.filter((_, i) => (counts.get(keys[i] ?? '') ?? 0) < mostRepeats);
}

/** So many different titles come again and again, and make most of all. */
const fewestRepeated = 4;

/** Whether most titles come again, several of them: letters to the same few people, rather than a site's stamp. */
function areLetters(counts: ReadonlyMap<string, number>, all: number): boolean {
  const repeated = [...counts.values()].filter((count) => count >= mostRepeats);
  return repeated.length >= fewestRepeated && repeated.reduce((sum, count) => sum + count, 0) * 2 > all;
}

/** Bare numbers that don't begin with 1, where headings of another form count on past them, are those of pages. */
function withoutPageNumbers(series: Series[]): Series[] {
  return series.filter(({ form, members }) => {
    if (form.endsWith(' alone') && isRunningHead(members)) return false;
    if (form !== 'N alone' || (members[0]?.number ?? 0) <= 1) return true;
    const starts = members.map(({ first }) => first);
    return !series.some(
      (other) =>
        other.form !== form && !isPlaced(other.form) && other.runs.some((run) => countsPast(run, starts)),
    );
  });
}

/** Whether most numbers have the same words below: those of pages, and the head that each page has. */
function isRunningHead(members: Candidate[]): boolean {
  const titles = members
    .filter(({ title, label }) => title !== '' && title !== label)
    .map(({ title }) => title);
  return (
    members.length >= fewestPages &&
    titles.length * 2 > members.length &&
    new Set(titles).size <= mostPageTitles * titles.length
  );
}

function countsPast({ members }: Run, starts: number[]): boolean {
  return members.some(({ number, first }, i) => {
    const next = members[i + 1]?.first ?? first;
    return number !== undefined && countUpTo(starts, next) > countUpTo(starts, first);
  });
}

/** Among the titles of a site's pages, no more than this share differ. */
const mostPageTitles = 0.34;
const fewestPages = 5;

/**
 * A site that cuts a book into pages prints one title above many of them: 第3节：理财(3), 第4节：理财(4). Where the book has
 * headings of its own, those are no headings.
 */
function withoutPages(series: Series[]): Series[] {
  const pages = new Set(series.filter(isPages));
  if (pages.size === 0) return series;
  const titles = Math.max(...[...pages].map(titlesOf));
  const hasOwn = series.some(
    (each) => !pages.has(each) && each.strong && each.members.length > 1 && each.members.length * 2 >= titles,
  );
  return hasOwn ? series.filter((each) => !pages.has(each)) : series;
}

/** How many titles a series has without the numbers of pages behind them. */
const titlesOf = ({ members }: Series): number =>
  new Set(members.map(({ title }) => title.replace(/\s*[（(]\d{1,3}[）)]$/, ''))).size;

function isPages({ members, strong }: Series): boolean {
  const titles = members.map(({ title }) => title.replace(/\s*[（(]\d{1,3}[）)]$/, ''));
  const counted = members.filter(({ title }, i) => title !== titles[i]).length;
  return (
    strong &&
    members.length >= fewestPages &&
    counted * 2 > members.length &&
    new Set(titles).size <= mostPageTitles * members.length
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
    ...Map.groupBy(asOneLevel(withLostMarks(mendForms(candidates))), (candidate) => candidate.form),
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
