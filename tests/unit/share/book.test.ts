import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { paragraphId } from '../../../src/lib/book/paragraph-id.ts';
import { readEdition, type Edition } from '../../../src/edition/read-edition.ts';
import { epubBook } from '../../../src/share/book/epub-book.ts';
import { makeEpub } from '../../../src/share/book/epub.ts';
import { toSections } from '../../../src/share/book/sections.ts';
import type { Variant } from '../../../src/share/variant.ts';

const edition = await readEdition(fileURLToPath(new URL('../../fixtures/decks/edition', import.meta.url)));
const root = { origin: 'https://rules.example.org', base: '/' };
const terms = [{ term: '清单', en: 'list', zh: '一行一事。', gloss: 'A line a matter.' }];
const sections = toSections(edition, root);
const filesOf = (book: Edition, variant: Variant = 'zh') =>
  Object.fromEntries(
    Object.entries(unzipSync(makeEpub(epubBook(book, root, variant, terms)))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );

/** The fixture with another body in its first rule, and its only one. */
function withBody(body: string): Edition {
  const [rule] = edition.rules;
  if (rule === undefined) throw new Error('The fixture has no rule.');
  return { ...edition, rules: [{ data: { ...rule.data, page: 7 }, body }] };
}

/** The fixture with English for its first rule's paragraphs. */
function translated(paragraphs: [zh: string, en: string][]): Edition {
  const book = withBody(paragraphs.map(([zh]) => zh).join('\n\n'));
  const code = book.rules[0]?.data.permalink ?? '';
  const english = paragraphs.map(([zh, en]) => ({ id: paragraphId(zh), text: en }));
  return { ...book, english: new Map([[code, english]]) };
}

/** Throws where a file is no well-formed XML. */
function parseXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

describe('an EPUB', () => {
  test('starts with its media type, stored, and lists every file of the book', () => {
    const archive = Buffer.from(makeEpub(epubBook(edition, root, 'zh')));
    expect(archive.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
    const files = unzipSync(archive);
    const manifest = strFromU8(files['book/package.opf'] ?? new Uint8Array());
    const listed = [...manifest.matchAll(/href="([^"]+)"/g)].map(([, href]) => `book/${href ?? ''}`);
    const held = Object.keys(files).filter((name) => name.startsWith('book/') && !name.endsWith('.opf'));
    expect(listed.sort()).toEqual(held.sort());
  });

  test('is the same bytes twice, wherever it is packed', () => {
    const here = process.env.TZ;
    const made = ['Asia/Shanghai', 'America/Los_Angeles'].map((zone) => {
      process.env.TZ = zone;
      return createHash('sha256')
        .update(makeEpub(epubBook(edition, root, 'zh')))
        .digest('hex');
    });
    if (here === undefined) delete process.env.TZ;
    else process.env.TZ = here;
    expect(made[0]).toBe(made[1]);
  });

  test.for(['zh', 'en', 'both'] as const)(
    'every file is well-formed, every list leads to a place: %s',
    (variant) => {
      const files = filesOf(translated([['先写清单。', 'Write the list first.']]), variant);
      for (const [name, content] of Object.entries(files))
        if (/\.(?:xhtml|opf|xml|ncx)$/.test(name)) parseXml(content);
      for (const [name, content] of Object.entries(files)) {
        for (const [, file = '', id] of content.matchAll(/href="([\w-]*\.?x?h?t?m?l?)(?:#([^"]+))?"/g)) {
          const target = file === '' ? content : files[`book/${file}`];
          expect(target, `${name}: ${file}`).toBeDefined();
          if (id !== undefined) expect(target, `${name}: ${file}#${id}`).toContain(`id="${id}"`);
        }
      }
    },
  );

  test('lists the pages of the printed book, where each begins, and names it', () => {
    const files = filesOf(withBody('一。'));
    expect(files['book/nav.xhtml']).toContain('<li><a href="chapter-01.xhtml#page-7">7</a></li>');
    expect(files['book/chapter-01.xhtml']).toContain(
      'role="doc-pagebreak" aria-label="7. " epub:type="pagebreak"',
    );
    expect(files['book/package.opf']).toContain('<meta property="pageBreakSource">');
    expect(files['book/package.opf']).toContain('schema:accessibilityFeature">pageNavigation<');
  });

  test('has its table of contents in the older form too, line for line, a part at its first chapter', () => {
    const [first] = edition.chapters;
    if (first === undefined) throw new Error('The fixture has no chapter.');
    const part = { number: 1, title: { zh: '上篇 & 下篇' }, label: '上篇' };
    const files = filesOf({ ...edition, chapters: [{ ...first, data: { ...first.data, part } }] });
    const [nav = ''] = /<nav epub:type="toc".*?<\/nav>/s.exec(files['book/nav.xhtml'] ?? '') ?? [];
    const lines = [...nav.matchAll(/<li><(?:a href="([^"]+)"|span)>(.*?)<\/(?:a|span)>/g)];
    expect(lines.length).toBeGreaterThan(4);
    const older = files['book/toc.ncx'] ?? '';
    const titles = [...older.matchAll(/<navLabel><text>(.*?)<\/text>/g)];
    const places = [...older.matchAll(/<content src="([^"]+)"/g)];
    expect(titles.map(([, title]) => title)).toEqual(lines.map(([, , title]) => title));
    expect(places.map(([, href]) => href)).toEqual(lines.map(([, href]) => href ?? 'chapter-01.xhtml'));
    expect(files['book/package.opf']).toContain('<spine toc="ncx">');
  });

  test.for([
    ['zh', '案例 · 虚构情景'],
    ['en', 'Case · invented scene'],
  ] as const)('says of a case that it is invented: %s', ([variant, label]) => {
    const [told] = edition.cases;
    if (told === undefined) throw new Error('The fixture has no case.');
    const invented = {
      ...told,
      data: { ...told.data, kind: 'case' as const, basis: 'illustrative' as const },
    };
    const book = withBody(`前文。\n\n::case{id="${told.data.id}"}`);
    const files = filesOf({ ...book, cases: [invented] }, variant);
    expect(files['book/chapter-01.xhtml']).toContain(`<p class="label">${label}</p>`);
  });

  test('a term leads to the glossary, and a mention of a rule to the rule', () => {
    const files = filesOf(withBody('先写清单，见法则1.1。'));
    expect(files['book/chapter-01.xhtml']).toContain('<a class="term" href="glossary.xhtml#list">清单</a>');
    expect(files['book/chapter-01.xhtml']).toContain('<a href="chapter-01.xhtml#rule-01-01">法则1.1</a>');
    expect(files['book/glossary.xhtml']).toContain('<dt id="list">');
  });

  test('in English it has the English text, in both languages each paragraph beneath the other', () => {
    const book = translated([
      ['先写清单。', 'Write the list first.'],
      ['然后开始。', 'Then begin.'],
    ]);
    const english = filesOf(book, 'en')['book/chapter-01.xhtml'] ?? '';
    expect(english).toContain('Write the <a class="term" href="glossary.xhtml#list">list</a> first.');
    expect(english).not.toContain('先写');
    expect(filesOf(book, 'en')['book/package.opf']).toContain('<dc:language>en</dc:language>');
    const both = filesOf(book, 'both')['book/chapter-01.xhtml'] ?? '';
    const order = ['先写', 'Write the', '然后开始', 'Then begin'].map((words) => both.indexOf(words));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    expect(both).toContain('<p lang="en" class="english" xml:lang="en">Then begin.</p>');
  });

  test('a book in Traditional characters says so in every page and in its package', () => {
    const files = filesOf({ ...edition, names: { ...edition.names, language: 'zh-Hant' } });
    expect(files['book/package.opf']).toContain('<dc:language>zh-Hant</dc:language>');
    for (const [name, content] of Object.entries(files))
      if (name.endsWith('.xhtml')) expect(content, name).toContain('xml:lang="zh-Hant"');
  });
});

describe('the text of a book', () => {
  test('tells each rule once, with its case in it and its permanent address', () => {
    const [chapter] = sections;
    const text = chapter?.xhtml ?? '';
    for (const { data } of edition.rules) {
      expect(text.split(`id="rule-${data.id}"`)).toHaveLength(2);
      expect(text).toContain(`href="https://rules.example.org/r/${data.permalink}/"`);
    }
    expect(chapter?.places.map(({ title }) => title)).toContain('1.1 先写清单再动手');
    expect(text.replace(/ id="[^"]*"/g, '')).toContain('<h3>思考</h3><p>谁来写这张清单？</p></section>');
  });

  test('text that looks like markup stays text', () => {
    const [rule] = edition.rules;
    if (rule === undefined) throw new Error('The fixture has no rule.');
    const altered = {
      ...edition,
      rules: [{ data: { ...rule.data, title: { zh: '<script>&' } }, body: String.raw`\<b>粗\</b> & 细` }],
    };
    const [chapter] = toSections(altered, root);
    expect(chapter?.xhtml).toContain('&#x3C;script>&#x26;');
    expect(chapter?.xhtml).toContain('&#x3C;b>粗&#x3C;/b> &#x26; 细</p>');
  });

  test.for([
    ['客服电话:\t010', '客服电话: 010'],
    ['价目:😀五元:🎉 :note[注]', '价目:😀五元:🎉 :note[注]'],
    ['::leaf{a=b}', '::leaf{a=b}'],
  ])('no colon takes a word away: %s', ([body = '', shown]) => {
    const [chapter] = toSections(withBody(body), root);
    const [paragraph] = /<p id="r01-01-p[^>]*>.*?<\/p>/s.exec(chapter?.xhtml ?? '') ?? [];
    expect(toString(fromHtml(paragraph ?? '', { fragment: true })).replace(/\s/g, ' ')).toBe(shown);
  });
});
