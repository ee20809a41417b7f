import { expect, test } from 'vitest';
import { paragraphsOf } from '../../../src/plugins/paragraphs-of.ts';
import { inEnglish } from '../../../src/plugins/in-english.ts';
import { rehypeGlossaryTerms } from '../../../src/plugins/rehype-glossary-terms.ts';
import { rehypeRuleReferences } from '../../../src/plugins/rehype-rule-references.ts';
import { renderWithIds } from './render.ts';

const options = {
  chinese: 'zh-Hans',
  labels: { 自查: 'Self-check' },
  staleNote: '(older)',
  plugins: [
    rehypeRuleReferences({
      places: [
        { kind: 'chapter' as const, id: '05', number: 5, permalink: 'chap5' },
        { kind: 'rule' as const, id: '03-02', number: '3.2', chapter: '03', permalink: 'rv2ab' },
      ],
      root: '/en/',
      language: 'en',
    }),
    rehypeGlossaryTerms({ terms: [{ term: '样板点', en: 'reference site' }], language: 'en' }),
  ],
};

/** Markdown in English, its paragraphs given in order; `undefined` for one that has none. */
async function english(markdown: string, texts: (string | undefined)[]) {
  const ids = paragraphsOf(markdown);
  const paragraphs = texts.flatMap((text, index) =>
    text === undefined ? [] : [{ id: ids[index] ?? '', text }],
  );
  const shown = inEnglish(await renderWithIds(markdown), paragraphs, options);
  return { ...shown, ids };
}

test('shows each paragraph in English under the id of the Chinese one', async () => {
  const { html, ids, translated, paragraphs } = await english('甲。\n\n乙。', ['First.', 'Second.']);
  expect(html).toBe(`<p id="${ids[0] ?? ''}">First.</p>\n<p id="${ids[1] ?? ''}">Second.</p>`);
  expect([translated, paragraphs]).toEqual([2, 2]);
});

test('shows markup in a translation as text', async () => {
  const { html } = await english('甲。', ['<script>alert(1)</script> *b* [a](javascript:x) &lt;']);
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<a');
  expect(html).toContain('*b* [a](javascript:x) &#x26;lt;');
});

test('marks a paragraph without English as Chinese', async () => {
  const { html, ids, translated } = await english('甲。\n\n乙。', ['First.', undefined]);
  expect(html).toContain(`<p id="${ids[1] ?? ''}" lang="zh-Hans">乙。</p>`);
  expect(translated).toBe(1);
});

test('keeps checklists: their label, their boxes and what names them', async () => {
  const { html, ids } = await english(':::block{label="自查"}\n\n- □ 一问？\n\n:::', ['A question?']);
  expect(html).toContain('<h2 id="check">Self-check</h2>');
  expect(html).toContain(`aria-labelledby="${ids[0] ?? ''}"`);
  expect(html).toContain(`<span id="${ids[0] ?? ''}">A question?</span>`);
  expect(html).not.toMatch(/\p{Script=Han}/u);
});

test('keeps a list inside an item, and slots for cases', async () => {
  const { html } = await english('- 甲\n  - 乙\n\n::case{id="01-01-1"}', ['Outer', 'Inner']);
  expect(html).toMatch(/<li id="[^"]+">Outer<ul>\s*<li id="[^"]+">Inner<\/li>/);
  expect(html).toContain('<case-slot data-id="01-01-1"></case-slot>');
});

test('keeps the marks of notes, where the English names them or at its end', async () => {
  const { html } = await english('甲[^1]乙。\n\n丙[^2]。\n\n[^1]: 注一。\n\n[^2]: 注二。', [
    'A[1] b.',
    'C.',
    'Note one.',
    '[2] Note two.',
  ]);
  expect(html).toContain('A<sup><a href="#note-1" id="noteref-1">[1]</a></sup> b.');
  expect(html).toContain('C.<sup><a href="#note-2" id="noteref-2">[2]</a></sup>');
  expect(html).toContain('<a href="#noteref-1">[1]</a> Note one.');
  expect(html.match(/\[2\]/g)).toHaveLength(2);
});

test('links chapters and rules, and marks the first mention of a term', async () => {
  const { html } = await english('甲。', [
    'Rule 3.2 and chapter 5 know reference sites; rule 9.9, chapter 55 and chapter 5 of “Another Book” have no page.',
  ]);
  expect(html).toContain('<a href="/en/rules/03-02/">Rule 3.2</a>');
  expect(html).toContain('<a href="/en/chapters/05/">chapter 5</a> know');
  expect(html).toContain('<a class="term" href="#term-reference-site">reference sites</a>');
  expect(html.match(/<a /g)).toHaveLength(3);
});

test('says that English is of an earlier text, and drops none of it', () => {
  const html = '<p id="p-a">甲。</p><p id="p-x">改。</p><p id="p-c">丙。</p>';
  const texts = ['p-a', 'p-b', 'p-b2', 'p-c'].map((id) => ({ id, text: `English ${id}.` }));
  const shown = inEnglish(html, texts, options);
  expect(shown.html.match(/\(older\)/g)).toHaveLength(2);
  expect(shown.html).toMatch(/<p id="p-x">English p-b\.<small[^>]*> \(older\)<\/small><br>English p-b2\./);
  expect(shown.html).not.toContain('改');
});
