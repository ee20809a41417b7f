import type { Figure, Grade } from './lighthouse.ts';

/** The least and the most of a figure that the site promises of every graded page. */
const promised: [figure: Figure, least: number, most: number][] = [
  ['performance', 100, 100],
  ['accessibility', 100, 100],
  ['bestPractices', 100, 100],
  ['seo', 100, 100],
  ['lcp', 0, 899],
  ['cls', 0, 0],
  // Two runs of one page differ by as much.
  ['ownTbt', 0, 25],
];

/** In which figures a page falls short: a line each. */
export function brokenPromises(grade: Grade): string[] {
  return promised
    .filter(([figure, least, most]) => !(grade[figure] >= least && grade[figure] <= most))
    .map(
      ([figure, least, most]) =>
        `${grade.path} ${figure}: expected ${least === most ? '' : 'at most '}${most}, found ${grade[figure]}`,
    );
}
