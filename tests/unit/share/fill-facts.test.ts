import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillFacts, withoutFacts } from '../../../src/share/files/fill-facts.ts';
import { temporaryFolder } from '../freshness/project.ts';

const row = (path: string) =>
  `<p><span data-size-of="/book/${path}" class="x"></span> · 制成于 <time data-made class="x"></time> <span data-older="（旧）"></span></p>`;
const empty = row('downloads/a.pdf') + row('downloads/a.md');

function site() {
  const distDir = temporaryFolder();
  mkdirSync(join(distDir, 'downloads'));
  const page = join(distDir, 'index.html');
  const size = (name: string, bytes: number) => {
    writeFileSync(join(distDir, 'downloads', name), Buffer.alloc(bytes));
  };
  size('a.pdf', 1_234_567);
  size('a.md', 20);
  writeFileSync(page, empty);
  const fill = async (former?: ReadonlyMap<string, string>) => {
    await fillFacts(page, distDir, { base: '/book/', day: '2026-11-27', ...(former && { former }) });
    return readFileSync(page, 'utf8');
  };
  return { size, fill };
}

/** What a reader sees of a page. */
const seen = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('a page says how large its files are and of which day', async () => {
  const html = await site().fill();
  expect(seen(html)).toBe('1.2 MB · 制成于 2026-11-27 1 KB · 制成于 2026-11-27');
  expect(html).toContain('<time data-made class="x" datetime="2026-11-27">2026-11-27</time>');
});

test('a book of an earlier build is named with its own day until the new one is there', async () => {
  const { size, fill } = site();
  const former = await fill(new Map([['downloads/a.pdf', '2026-11-20']]));
  expect(seen(former)).toBe('1.2 MB · 制成于 2026-11-20 （旧） 1 KB · 制成于 2026-11-27');
  size('a.pdf', 2_345_678);
  const current = await fill();
  expect(seen(current)).toBe('2.3 MB · 制成于 2026-11-27 1 KB · 制成于 2026-11-27');
  expect(current).not.toContain('2026-11-20');
});

test('what is said of the files makes no other edition', async () => {
  const { fill } = site();
  expect(withoutFacts(await fill(new Map([['downloads/a.pdf', '2026-11-20']])))).toBe(empty);
  expect(withoutFacts(await fill())).toBe(empty);
  expect(withoutFacts(empty)).toBe(empty);
});
