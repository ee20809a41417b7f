import { countUpTo } from '../../sorted.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import { isPlaced } from '../forms/placed.ts';
import type { Run } from '../model/run.ts';
import type { Series } from '../model/series.ts';

/** Bare numbers that don't begin with 1, where headings of another form count on past them, are those of pages. */
export function withoutPageNumbers(series: Series[]): Series[] {
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
export function withoutPages(series: Series[]): Series[] {
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
