import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { pageTypes } from '../../scripts/audit/page-types.ts';
import { builtPages } from './dist.ts';

const pages = builtPages();
const kilobytes = (html: string) =>
  brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length / 1024;

/** KB of HTML with its styles, compressed. Lists of the whole book may weigh more than a page of it. */
const budgets: Record<string, number> = { cases: 32, keywords: 24, glossary: 24, report: 20 };
const paths = Object.entries(pageTypes).flatMap(([type, path]) =>
  [path, `/en${path}`].filter((each) => pages.has(each)).map((each) => ({ type, path: each })),
);

test.for(paths)('$path stays within the weight of its type', ({ type, path }) => {
  expect(kilobytes(pages.get(path)!)).toBeLessThanOrEqual(budgets[type] ?? 16);
});

test.for(paths)('$path brings its styles along and loads at most three scripts, late', ({ path }) => {
  const html = pages.get(path)!;
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="[^"]*"[^>]*>/g)].map(([tag]) => tag);
  expect(html).not.toMatch(/<link[^>]+rel="stylesheet"/);
  expect(scripts.length).toBeLessThanOrEqual(3);
  expect(scripts.filter((tag) => !/ type="module"| async\b| defer\b/.test(tag))).toEqual([]);
});
