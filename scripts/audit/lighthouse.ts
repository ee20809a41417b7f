import lighthouse from 'lighthouse';
import { launchBrowser } from '../lib/browser.ts';

/** What Lighthouse's mobile run says of a page: scores of 0 to 100, times in milliseconds. */
export interface Grade {
  path: string;
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  lcp: number;
  cls: number;
  tbt: number;
  /** Titles of the audits that cost a point. */
  complaints: string[];
}

const port = 9333;

/**
 * Grade pages as Lighthouse does for a phone on slow 4G.
 *
 * @param origin Where the site is served, without a trailing slash.
 * @param runs How often each page is run; the run with the median LCP counts.
 */
export async function gradePages(origin: string, paths: string[], runs = 1): Promise<Grade[]> {
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const grades: Grade[] = [];
    for (const path of paths) {
      const tries: Grade[] = [];
      for (let run = 0; run < runs; run++) tries.push(await gradePage(origin, path));
      tries.sort((a, b) => a.lcp - b.lcp);
      grades.push(tries[Math.floor(tries.length / 2)]!);
    }
    return grades;
  } finally {
    await browser.close();
  }
}

async function gradePage(origin: string, path: string): Promise<Grade> {
  const result = await lighthouse(origin + path, { port, output: 'json', logLevel: 'error' });
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
    cls: Number(value('cumulative-layout-shift').toFixed(3)),
    tbt: Math.round(value('total-blocking-time')),
    complaints: weighed
      .map(({ id }) => audits[id])
      .filter((audit) => audit?.score !== null && (audit?.score ?? 1) < 0.9)
      .map((audit) => audit?.title ?? ''),
  };
}
