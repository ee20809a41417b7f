import lighthouse from 'lighthouse';
import { launchBrowser } from '../lib/browser.ts';
import { must } from '../../src/lib/must.ts';

const figures = [
  'performance',
  'accessibility',
  'bestPractices',
  'seo',
  'lcp',
  'cls',
  'tbt',
  'ownTbt',
] as const;
export type Figure = (typeof figures)[number];

/**
 * The results of Lighthouse's mobile run for a page: scores of 0 to 100, times in milliseconds. `ownTbt` is the
 * part of TBT caused by the page's own tasks. If a page is painted as soon as it arrives, the start of
 * Lighthouse's own instruments may fall after the paint and count as blocking time too.
 */
export interface Grade extends Record<Figure, number> {
  path: string;
  /** Titles of the audits that cost a point. */
  complaints: string[];
}

const port = 9333;

/**
 * Grade pages as Lighthouse does for a phone on slow 4G.
 *
 * @param origin Where the site is served, without a trailing slash.
 * @param runs How often each page is run, an odd number; of each figure the median counts.
 */
export async function gradePages(origin: string, paths: string[], runs = 1): Promise<Grade[]> {
  const grades: Grade[] = [];
  for (const path of paths) {
    const tries: Grade[] = [];
    for (let run = 0; run < runs; run++) tries.push(await gradePage(origin, path));
    grades.push(middle(path, tries));
  }
  return grades;
}

function middle(path: string, tries: Grade[]): Grade {
  const half = Math.floor(tries.length / 2);
  const median = (figure: Figure) => must(tries.map((grade) => grade[figure]).sort((a, b) => a - b)[half]);
  const titles = new Set(tries.flatMap(({ complaints }) => complaints));
  const often = (title: string) => tries.filter(({ complaints }) => complaints.includes(title)).length > half;
  return {
    ...(Object.fromEntries(figures.map((figure) => [figure, median(figure)])) as Record<Figure, number>),
    path,
    complaints: [...titles].filter(often),
  };
}

/** A run in a browser of its own, so that none finds what another left there. */
async function gradePage(origin: string, path: string): Promise<Grade> {
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const options = { port, output: 'json', logLevel: 'error' } as const;
  const result = await lighthouse(origin + path, options).finally(() => browser.close());
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${path}.`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`Lighthouse on ${path}: ${runtimeError.message}`);
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  const weighed = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  return {
    path,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcp: Math.round(value('largest-contentful-paint')),
    cls: Number(value('cumulative-layout-shift').toFixed(4)),
    tbt: Math.round(value('total-blocking-time')),
    ownTbt: Math.round(blockedByItself(audits['long-tasks']?.details, value('first-contentful-paint'))),
    complaints: weighed
      .map(({ id }) => audits[id])
      .filter((audit) => audit?.score !== null && (audit?.score ?? 1) < 0.9)
      .map((audit) => audit?.title ?? ''),
  };
}

/** Milliseconds beyond 50 that each of the page's tasks blocks the main thread after the first paint. */
function blockedByItself(tasks: unknown, paint: number): number {
  const long = tasks as { items: { url: string; startTime: number; duration: number }[] } | undefined;
  return (long?.items ?? [])
    .filter(({ url }) => url !== 'Unattributable')
    .map(({ startTime, duration }) => startTime + duration - Math.max(startTime, paint) - 50)
    .reduce((sum, excess) => sum + Math.max(0, excess), 0);
}
