import { expect, test } from 'vitest';
import { citeApa, citeGbt, citePlain } from '../../../src/share/citation.ts';
import { frameMarkup, richLink } from '../../../src/lib/html/shared-markup.ts';

const companion = {
  language: 'zh-Hans' as const,
  cited: { zh: '《泵房守则》配套读本', en: 'The Pump Room Rules' },
  authors: [],
  publisher: undefined,
  year: undefined,
};
const rule = {
  book: companion,
  title: { zh: '先写清单再动手', en: 'Write the list first' },
  chapter: 1,
  rule: '1.2',
  page: 4,
  url: 'https://rules.example.org/r/fne22/',
};

test('cites a rule by chapter, number and printed page', () => {
  expect(citePlain(rule, 'zh')).toBe(
    '《泵房守则》配套读本第1章 法则1.2，第4页：先写清单再动手。https://rules.example.org/r/fne22/',
  );
  expect(citePlain(rule, 'en')).toBe(
    '“Write the list first”, The Pump Room Rules, ch. 1, rule 1.2, p. 4. https://rules.example.org/r/fne22/',
  );
  expect(citeGbt(rule)).toBe(
    '先写清单再动手[EB/OL]//《泵房守则》配套读本：第1章 法则1.2：4. [{iso}]. https://rules.example.org/r/fne22/.',
  );
  expect(citeApa(rule)).toBe(
    'Write the list first. (n.d.). In The Pump Room Rules (Chapter 1, Rule 1.2, p. 4). Retrieved {long}, from https://rules.example.org/r/fne22/',
  );
});

test('leaves out a page that isn’t known, and a chapter’s rule', () => {
  const chapter = { ...rule, rule: undefined, page: null };
  expect(citePlain(chapter, 'zh')).toBe(
    '《泵房守则》配套读本第1章：先写清单再动手。https://rules.example.org/r/fne22/',
  );
  expect(citeApa(chapter)).toContain('(Chapter 1). Retrieved');
});

test('rich text and a frame carry a title with markup in it as text', () => {
  const html = richLink('https://rules.example.org/r/fne22/', '1.2 <b>&“引”', '<script>');
  expect(html).toContain('<a href="https://rules.example.org/r/fne22/"><b>1.2 &lt;b&gt;&amp;“引”</b></a>');
  expect(html.match(/<[^>]+>/g)).toEqual([
    '<p>',
    '<a href="https://rules.example.org/r/fne22/">',
    '<b>',
    '</b>',
    '</a>',
    '<br>',
    '</p>',
  ]);
  expect(frameMarkup('https://rules.example.org/', 'embed/rules/01-02/', '"><script>')).toContain(
    '<iframe src="https://rules.example.org/embed/rules/01-02/" title="&quot;&gt;&lt;script&gt;"',
  );
});

test('names authors, publisher and year where they are known', () => {
  const book = {
    language: 'zh-Hans' as const,
    cited: { zh: '《泵房守则》', en: 'The Pump Room Rules' },
    authors: [{ zh: '柳三变', en: 'Liu, S.' }, { zh: '阮小七' }, { zh: '黎四海' }, { zh: '顾五味' }],
    publisher: { zh: '青萍出版社' },
    year: 2031,
  };
  expect(citeGbt({ ...rule, book })).toBe(
    '柳三变, 阮小七, 黎四海, 等. 先写清单再动手[EB/OL]//柳三变, 阮小七, 黎四海, 等. 《泵房守则》. 青萍出版社, 2031：第1章 法则1.2：4. [{iso}]. https://rules.example.org/r/fne22/.',
  );
  expect(citeApa({ ...rule, book: { ...book, authors: book.authors.slice(0, 2) } })).toBe(
    'Liu, S., & 阮小七 (2031). Write the list first. In The Pump Room Rules (Chapter 1, Rule 1.2, p. 4). Retrieved {long}, from https://rules.example.org/r/fne22/',
  );
});

test('cites numbers as the book prints them', () => {
  const article = { ...rule, labels: { chapter: '卷三', rule: '第二十二条' }, page: null };
  expect(citePlain(article, 'zh')).toContain('读本卷三 第二十二条：先写');
  expect(citeApa(article)).toContain('(Volume 3, Article 22). Retrieved');
});

test('a Traditional book is cited in Traditional characters', () => {
  const book = {
    ...companion,
    language: 'zh-Hant' as const,
    cited: { zh: '《餐廳守則》', en: 'The Diner Rules' },
  };
  expect(citePlain({ ...rule, book, title: { zh: '先寫清單再動手' } }, 'zh')).toBe(
    '《餐廳守則》第1章 法則1.2，第4頁：先寫清單再動手。https://rules.example.org/r/fne22/',
  );
});
