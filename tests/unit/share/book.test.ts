import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makeEpub } from '../../../src/share/book/epub.ts';
import { toSections } from '../../../src/share/book/sections.ts';
import { readEdition } from '../../../src/edition/read-edition.ts';

const edition = await readEdition(fileURLToPath(new URL('../../fixtures/decks/edition', import.meta.url)));
const root = { origin: 'https://rules.example.org', base: '/' };
const sections = toSections(edition, root);

test('an EPUB starts with its media type, stored, and lists every file of the book', () => {
  const archive = Buffer.from(makeEpub(sections, edition.names, root));
  expect(archive.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  const files = unzipSync(archive);
  const manifest = strFromU8(files['book/package.opf']!);
  const listed = [...manifest.matchAll(/href="([^"]+)"/g)].map(([, href]) => `book/${href!}`);
  const held = Object.keys(files).filter((name) => name.startsWith('book/') && !name.endsWith('.opf'));
  expect(listed.sort()).toEqual(held.sort());
});

test('tells each rule once, with its case in it and its permanent address', () => {
  const [chapter] = sections;
  const text = chapter!.xhtml;
  for (const { data } of edition.rules) {
    expect(text.split(`id="rule-${data.id}"`)).toHaveLength(2);
    expect(text).toContain(`href="https://rules.example.org/r/${data.permalink}/"`);
  }
  expect(chapter!.places.map(({ title }) => title)).toContain('1.1 先写清单再动手');
  expect(text).toContain(
    '<section class="block"><h3>思考</h3><ul class="plain"><li>谁来写这张清单？</li></ul></section>',
  );
});

test('every place of the table of contents is in the book', () => {
  const files = unzipSync(makeEpub(sections, edition.names, root));
  const nav = strFromU8(files['book/nav.xhtml']!);
  for (const [, file, id] of nav.matchAll(/href="([\w-]+\.xhtml)(?:#([\w-]+))?"/g)) {
    const content = strFromU8(files[`book/${file!}`]!);
    if (id !== undefined) expect(content).toContain(`id="${id}"`);
  }
});

test('text that looks like markup stays text', () => {
  const rule = edition.rules[0]!;
  const title = { zh: '<script>&' };
  const altered = {
    ...edition,
    rules: [{ data: { ...rule.data, title }, body: String.raw`\<b>粗\</b> & 细` }],
  };
  const [chapter] = toSections(altered, root);
  expect(chapter!.xhtml).toContain('&lt;script&gt;&amp;');
  expect(chapter!.xhtml).toContain('<p>&lt;b&gt;粗&lt;/b&gt; &amp; 细</p>');
});

test('a book in Traditional characters says so in every page and in its package', () => {
  const files = unzipSync(makeEpub(sections, { ...edition.names, language: 'zh-Hant' }, root));
  expect(strFromU8(files['book/package.opf']!)).toContain('<dc:language>zh-Hant</dc:language>');
  for (const [name, content] of Object.entries(files))
    if (name.endsWith('.xhtml')) expect(strFromU8(content), name).toContain(' lang="zh-Hant"');
  expect(strFromU8(files['book/nav.xhtml']!)).toContain('<h1>目錄</h1>');
});
