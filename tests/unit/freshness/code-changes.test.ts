import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { siteFingerprint } from '../../../scripts/build/freshness.ts';
import { projectRoot } from '../../../scripts/lib/environment.ts';
import { renderedCacheName } from '../../../src/edition/files/environment.ts';
import type { EpubBook } from '../../../src/share/book/epub-book.ts';
import { fingerprintFor, makers } from '../../../src/freshness/makers.ts';
import type { PdfBook } from '../../../src/share/pdf/book-model.ts';
import { productKeys } from '../../../src/share/make/product-key.ts';
import type { Recipe } from '../../../src/share/make/recipe.ts';
import { shareFingerprint } from '../../../src/share/make/write-share-files.ts';
import { projectCopy, touch } from './project.ts';

const content = join(projectRoot, 'tests/fixtures/decks/edition');
const root = { origin: 'https://rules.example.org', base: '/' };
const recipes = {
  card: { make: 'card', text: { title: '一', context: '二', book: '三', spine: '四' } },
  deck: { make: 'pptx', slides: [], title: '一' },
  book: { make: 'epub', book: {} as EpubBook },
  pdf: { make: 'pdf', book: {} as PdfBook },
  code: { make: 'qr', text: 'https://rules.example.org/r/k7mq2/' },
  text: { make: 'text', content: '一' },
} satisfies Record<string, Recipe>;

/** Fingerprints of every kept thing, as a project's code makes it. */
function fingerprints(project: string): Record<string, string> {
  const keyOf = productKeys(project);
  const products = Object.entries(recipes).map(([name, recipe]) => [name, keyOf(recipe)]);
  return {
    ...(Object.fromEntries(products) as Record<string, string>),
    site: siteFingerprint(content, project),
    entries: renderedCacheName(content, project),
    share: shareFingerprint(content, root, project),
    search: fingerprintFor('search', { project }),
    ingest: fingerprintFor('ingest', { project }),
    titles: fingerprintFor('titles', { project }),
    yaml: fingerprintFor('yaml', { project }),
  };
}

const project = projectCopy();
const before = fingerprints(project);
afterAll(() => {
  rmSync(project, { recursive: true });
});

test('every maker is there', () => {
  for (const path of Object.values(makers).flat())
    expect(existsSync(join(projectRoot, path)), path).toBe(true);
});

test.each([
  ['the code that draws cards', 'src/share/card/card.ts', ['card', 'share', 'site']],
  ['how a card breaks its lines', 'src/share/card/break-lines.ts', ['card', 'share', 'site']],
  ['the code that draws slides', 'src/share/slides/draw-slide.ts', ['deck', 'share', 'site']],
  ['the style of the book', 'src/share/book/style.ts', ['book', 'share', 'site']],
  ['how the PDF is typeset', 'src/share/pdf/book.typ', ['pdf', 'share', 'site']],
  ['the code that draws QR codes', 'src/share/qr.ts', ['code', 'deck', 'share', 'site']],
  ['the script of redirect pages', 'src/client/early/lead-on.ts', ['share', 'site']],
  ["a plugin's helper", 'src/lib/book/paragraph-id.ts', ['entries', 'site']],
  ['a plugin', 'src/plugins/remark-soft-breaks.ts', ['entries', 'site']],
  ['how the search cuts text', 'src/search/format/tokens.ts', ['search', 'site']],
  ['a style sheet', 'src/styles/base.css', ['site']],
  ['the configuration', 'astro.config.mjs', ['entries', 'site']],
  ['how an ingest prints', 'scripts/ingest/run/ingest.ts', ['ingest', 'site']],
  ['how titles are cut', 'src/components/text/title-words.ts', ['entries', 'site', 'titles']],
  ['how YAML is read', 'src/lib/yaml-value.ts', ['entries', 'site', 'yaml']],
  ['what the site is called', 'src/edition/names/book-names.ts', ['share', 'site']],
])('%s: what it makes is made anew', (_, path, expected) => {
  const mend = touch(project, path);
  const after = fingerprints(project);
  mend();
  const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
  expect(changed).toEqual(expect.arrayContaining(expected));
  expect(changed).not.toContain('text');
});

test('a changed package makes everything anew that code makes', () => {
  const mend = touch(project, 'package-lock.json', ' ');
  const after = fingerprints(project);
  mend();
  expect(fingerprints(project)).toEqual(before);
  const same = Object.keys(before).filter((name) => before[name] === after[name]);
  expect(same).toEqual(['text']);
});
