import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '../../..');

/** Goes as far as Astro does before it makes the first page, says whether there is a copy of the program, and fails. */
const failing = `
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
const { keptPages } = await import('./src/integrations/kept-pages/kept-pages.ts');
const { hooks } = keptPages();
const folder = (path) => pathToFileURL(process.env.SITE + '/' + path + '/');
hooks['astro:config:done']({ config: { base: '/', outDir: folder('dist'), cacheDir: folder('cache') } });
let prerenderer;
const usual = { name: 'usual', getStaticPaths: async () => [], render: async () => new Response('') };
await hooks['astro:build:start']({ setPrerenderer: (make) => { prerenderer = make(usual); } });
await prerenderer.getStaticPaths();
console.log(readdirSync(tmpdir()).join());
throw new Error('A page could not be made.');
`;

test('a build that fails leaves no copy of its program behind', () => {
  const root = mkdtempSync(join(tmpdir(), 'failed-build-'));
  const temporary = join(root, 'tmp');
  mkdirSync(temporary);
  // Astro makes the program below the project for a site elsewhere.
  const site = join(project, '.cache', `failed-${String(process.pid)}`);
  mkdirSync(join(site, 'dist', '.prerender'), { recursive: true });
  writeFileSync(join(site, 'dist', '.prerender', 'prerender-entry.mjs'), '');
  const run = () =>
    execFileSync(process.execPath, ['--input-type=module', '-e', failing], {
      cwd: project,
      env: {
        ...process.env,
        SITE: site,
        TMPDIR: temporary,
        CACHE_DIR: join(root, 'cache'),
        CONTENT_DIR: join(project, 'tests/fixtures/decks/edition'),
      },
      stdio: 'pipe',
    });
  try {
    expect(run).toThrow(/A page could not be made/);
    try {
      run();
    } catch (error) {
      expect((error as { stdout: Buffer }).stdout.toString()).toMatch(/^handbook-program-/);
    }
    expect(readdirSync(temporary)).toEqual([]);
  } finally {
    rmSync(root, { recursive: true });
    rmSync(site, { recursive: true });
  }
});
