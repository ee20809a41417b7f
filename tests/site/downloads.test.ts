import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { handbookSchema } from '../../src/share/files/handbook-schema.ts';
import { attributes, builtPages } from './dist.ts';
import { must } from '../../src/lib/must.ts';

const { distDir, base } = siteEnvironment();
const at = (path: string) => join(distDir, path);
const below = (address: string) => address.slice(base.length);

describe.each(['/downloads/', '/en/downloads/'])('%s', (path) => {
  const page = must(builtPages().get(path));

  test('names books, texts and decks that are there, each book with its size and the day', () => {
    const sizes = [...page.matchAll(/<span data-size-of="([^"]+)"[^>]*>([\d.]+) ([KM])B<\/span>/g)];
    for (const [, address = '', number, unit] of sizes) {
      const bytes = statSync(at(below(address))).size;
      const said = Number(number) * (unit === 'K' ? 1e3 : 1e6);
      expect(Math.abs(said - bytes), address).toBeLessThanOrEqual(unit === 'K' ? 1000 : 50_000);
    }
    const named = sizes.map(([, address = '']) => below(address));
    for (const ending of ['handbook.epub', 'handbook.pdf', 'handbook-a4.pdf', 'handbook.md', 'llms-full.txt'])
      expect(
        named.some((name) => name.endsWith(ending)),
        ending,
      ).toBe(true);
    const days = [...page.matchAll(/<time data-made[^>]*datetime="(\d{4}-\d\d-\d\d)"[^>]*>\1<\/time>/g)];
    // The one for programs has a size alone.
    expect(days).toHaveLength(sizes.length - 1);
    const decks = attributes(page, 'href').filter((address) => address.endsWith('.pptx'));
    expect(decks.length).toBeGreaterThan(28);
    for (const address of decks) expect(existsSync(at(below(address))), address).toBe(true);
  });
});

test('every rule is there as Markdown, with its title and its permanent address', () => {
  const handbook = handbookSchema.parse(JSON.parse(readFileSync(at('handbook.json'), 'utf8')));
  for (const { id, title, url } of handbook.rules) {
    expect(readFileSync(at(`rules/${id}.md`), 'utf8')).toContain(url);
    expect(readFileSync(at(`rules/${id}.md`), 'utf8').split('\n')[0]).toContain(title.zh);
  }
});

test('the site can be installed: a name, a start, icons to mask, and shortcuts to pages that are there', () => {
  const manifest = JSON.parse(readFileSync(at('manifest.webmanifest'), 'utf8')) as {
    name: string;
    display: string;
    start_url: string;
    shortcuts: { url: string }[];
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  expect(manifest).toMatchObject({ display: 'standalone', start_url: './', scope: './' });
  expect(manifest.shortcuts.map(({ url }) => url)).toEqual(['./search/', './cases/']);
  for (const { url } of manifest.shortcuts) expect(existsSync(at(`${url}index.html`)), url).toBe(true);
  for (const { src } of manifest.icons) expect(existsSync(at(src)), src).toBe(true);
  expect(manifest.icons).toContainEqual(expect.objectContaining({ sizes: '512x512', purpose: 'maskable' }));
  expect(attributes(must(builtPages().get('/')), 'href')).toContain(`${base}manifest.webmanifest`);
});
