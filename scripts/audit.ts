// npm run audit: Lighthouse and axe over every page type of a fresh build.
import { findViolations, openWhole } from './audit/axe.ts';
import { gradePages } from './audit/lighthouse.ts';
import { gradedTypes, pageTypes, themes, widths } from './audit/page-types.ts';
import { brokenPromises } from './audit/promises.ts';
import { formatTable } from './audit/table.ts';
import { buildSite } from './build/build-site.ts';
import { launchBrowser } from './lib/browser.ts';
import { siteEnvironment } from './lib/environment.ts';
import { serveDirectory } from './preview/static-server.ts';
import { must } from '../src/lib/must.ts';

const { distDir, base } = siteEnvironment();
if (!process.argv.includes('--no-build')) {
  const code = await buildSite();
  if (code !== 0) process.exit(code);
}
const server = await serveDirectory({ directory: distDir, port: 0, base });
const origin = server.url.slice(0, -1);

const graded = gradedTypes.flatMap((type) => [must(pageTypes[type]), `/en${must(pageTypes[type])}`]);
const grades = await gradePages(origin, graded, 3);
console.log(
  formatTable(
    [
      'page',
      'performance',
      'accessibility',
      'best practices',
      'seo',
      'LCP ms',
      'CLS',
      'TBT ms',
      'its own',
      'complaints',
    ],
    grades.map((g) => [
      g.path,
      g.performance,
      g.accessibility,
      g.bestPractices,
      g.seo,
      g.lcp,
      g.cls,
      g.tbt,
      g.ownTbt,
      g.complaints.join('; '),
    ]),
  ),
);
const broken = grades.flatMap(brokenPromises);
console.log(`\nLighthouse: ${grades.length} pages, ${broken.length} promises broken`);
for (const promise of broken) console.log(`  ${promise}`);

const browser = await launchBrowser();
const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
const looks = themes.flatMap((theme) => widths.map((width) => ({ theme, width })));
const paths = Object.values(pageTypes).flatMap((path) =>
  path === '/404.html' ? [path] : [path, `/en${path}`],
);
const violations: string[] = [];
for (const path of paths) {
  await openWhole(page, origin + path);
  for (const violation of await findViolations(page, looks)) violations.push(`${path} ${violation}`);
}
await browser.close();
await server.close();
console.log(`\naxe: ${paths.length * looks.length} pages × themes × widths, ${violations.length} violations`);
for (const violation of violations) console.log(`  ${violation}`);

process.exit(broken.length + violations.length === 0 ? 0 : 1);
