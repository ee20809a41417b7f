import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { gradedTypes, pageTypes } from '../../scripts/audit/page-types.ts';
import { attributes, builtPages } from './dist.ts';
import { must } from '../../src/lib/must.ts';

const pages = builtPages();
const weigh = (html: string) =>
  brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Ten packets of 1,460 bytes are what a server sends before it waits for an answer; the headers take most of the first. */
const firstFlight = 10 * 1460 - 1300;

/** Bytes of HTML with its styles, compressed. Lists of the whole book may weigh more than a page of it. */
const budgets: Record<string, number> = {
  ...Object.fromEntries(gradedTypes.map((type) => [type, firstFlight])),
  cases: 28_000,
  keywords: 24_000,
  glossary: 24_000,
  report: 20_000,
};
const paths = Object.entries(pageTypes).flatMap(([type, path]) =>
  [path, `/en${path}`].filter((each) => pages.has(each)).map((each) => ({ type, path: each })),
);

test.for(paths)('$path stays within the weight of its type', ({ type, path }) => {
  expect(weigh(must(pages.get(path)))).toBeLessThanOrEqual(budgets[type] ?? 16_000);
});

test.for(['/chapters/', '/rules/', '/cases/', '/en/rules/'])(
  'the longest page of %s is sent at once',
  (folder) => {
    const own = [...pages].filter(([path]) => path.startsWith(folder) && path !== folder);
    const [longest] = own.sort(([, one], [, other]) => other.length - one.length);
    expect(weigh(must(longest?.[1]))).toBeLessThanOrEqual(firstFlight);
  },
);

test.for(paths)('$path brings its styles along and loads at most three scripts, late', ({ path }) => {
  const html = must(pages.get(path));
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="[^"]*"[^>]*>/g)].map(([tag]) => tag);
  const late = attributes(html, 'data-modules').flatMap((addresses) => addresses.split(' '));
  expect(html).not.toMatch(/<link[^>]+rel="(?:stylesheet|modulepreload|preload)"(?![^>]*media="print")/);
  // With a tag of its own, a module that arrives quickly would run before the first paint.
  expect(tags.filter((tag) => !/ async\b| defer\b/.test(tag) || / type="module"/.test(tag))).toEqual([]);
  expect(late.length + tags.length).toBeLessThanOrEqual(3);
  if (!path.includes('/embed/')) expect(late.some((address) => address.includes('BaseLayout'))).toBe(true);
});
