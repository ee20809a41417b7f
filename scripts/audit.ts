// npm run audit: Lighthouse and axe over every page type of a fresh build.
import { findViolations } from './audit/axe.ts';
import { gradePages } from './audit/lighthouse.ts';
import { gradedTypes, pageTypes, themes, widths } from './audit/page-types.ts';
import { formatTable } from './audit/table.ts';
import { buildSite } from './build/build-site.ts';
import { launchBrowser } from './lib/browser.ts';
import { siteEnvironment } from './lib/environment.ts';
import { serveDirectory } from './serve/static-server.ts';

const { distDir, base } = siteEnvironment();
if (!process.argv.includes('--no-build')) {
  const code = await buildSite();
  if (code !== 0) process.exit(code);
}
const server = await serveDirectory({ directory: distDir, port: 0, base });
const origin = server.url.slice(0, -1);

const graded = gradedTypes.flatMap((type) => [pageTypes[type]!, `/en${pageTypes[type]!}`]);
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
      g.complaints.join('; '),
    ]),
  ),
);

const browser = await launchBrowser();
const violations: string[] = [];
let looked = 0;
for (const path of Object.values(pageTypes).flatMap((path) =>
  path === '/404.html' ? [path] : [path, `/en${path}`],
))
  for (const theme of themes)
    for (const width of widths) {
      looked++;
      for (const violation of await findViolations(browser, { url: origin + path, theme, width }))
        violations.push(`${path} ${theme} ${width}px  ${violation}`);
    }
await browser.close();
await server.close();
console.log(`\naxe: ${looked} pages × themes × widths, ${violations.length} violations`);
for (const violation of violations) console.log(`  ${violation}`);

const perfect = grades.every((g) => g.performance + g.accessibility + g.bestPractices + g.seo === 400);
process.exit(perfect && violations.length === 0 ? 0 : 1);
