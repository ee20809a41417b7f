import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { keepCurrentSite, keepSiteBefore, takeSiteBefore } from '../../../scripts/build/site-before.ts';

const root = mkdtempSync(join(tmpdir(), 'site-before-'));
const sites = join(root, 'sites');
afterAll(() => {
  rmSync(root, { recursive: true });
});
beforeEach(() => {
  rmSync(sites, { recursive: true, force: true });
});

/** A site with one page. */
function site(name: string, text: string): string {
  const folder = join(root, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), text);
  return folder;
}
const next = join(root, 'next');

test('a build begins with the site before the current one, without links that lead out of it', async () => {
  expect(await takeSiteBefore(join(root, 'dist'), next, sites)).toBe(false);
  const former = site('former', 'old');
  symlinkSync(root, join(former, 'out'));
  await keepSiteBefore(former, join(root, 'dist'), sites);
  expect(existsSync(former)).toBe(false);
  expect(await takeSiteBefore(join(root, 'other'), next, sites)).toBe(false);
  expect(await takeSiteBefore(join(root, 'dist'), next, sites)).toBe(true);
  expect(readdirSync(next)).toEqual(['index.html']);
  expect(readFileSync(join(next, 'index.html'), 'utf8')).toBe('old');
  rmSync(next, { recursive: true });
});

test('if there is none yet, the current site is kept as well, and stays', async () => {
  const dist = site('dist', 'current');
  keepCurrentSite(dist, sites);
  expect(await takeSiteBefore(dist, next, sites)).toBe(true);
  expect(readFileSync(join(next, 'index.html'), 'utf8')).toBe('current');
  expect(existsSync(join(dist, 'index.html'))).toBe(true);
  rmSync(next, { recursive: true });
});

test('of many sites the last few are kept', async () => {
  for (let at = 0; at < 6; at += 1)
    await keepSiteBefore(site(`former-${at}`, ''), join(root, `dist-${at}`), sites);
  expect(readdirSync(sites)).toHaveLength(3);
});
