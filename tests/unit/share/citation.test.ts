import { expect, test } from 'vitest';
import { citeApa, citeGbt, citePlain } from '../../../src/share/citation.ts';
import { richLink } from '../../../src/share/rich-link.ts';

const rule = {
  title: { zh: '先写清单再动手', en: 'Write the list first' },
  chapter: 1,
  rule: '1.2',
  page: 4,
  url: 'https://rules.example.org/r/fne22/',
};

test('cites a rule by chapter, number and printed page', () => {
  expect(citePlain(rule, 'zh')).toBe(
    '《华为客户法则》配套读本第1章 法则1.2，第4页：先写清单再动手。https://rules.example.org/r/fne22/',
  );
  expect(citePlain(rule, 'en')).toBe(
    '“Write the list first”, The Customer Rules, ch. 1, rule 1.2, p. 4. https://rules.example.org/r/fne22/',
  );
  expect(citeGbt(rule)).toBe(
    '先写清单再动手[EB/OL]//《华为客户法则》配套读本：第1章 法则1.2：4. [{iso}]. https://rules.example.org/r/fne22/.',
  );
  expect(citeApa(rule)).toBe(
    'Write the list first. (n.d.). In The Customer Rules (Chapter 1, Rule 1.2, p. 4). Retrieved {long}, from https://rules.example.org/r/fne22/',
  );
});

test('leaves out a page that isn’t known, and a chapter’s rule', () => {
  const chapter = { ...rule, rule: undefined, page: null };
  expect(citePlain(chapter, 'zh')).toBe(
    '《华为客户法则》配套读本第1章：先写清单再动手。https://rules.example.org/r/fne22/',
  );
  expect(citeApa(chapter)).toContain('(Chapter 1). Retrieved');
});

test('rich text carries a title with markup in it as text', () => {
  const html = richLink({ ...rule, title: { zh: '<b>&“引”' } }, 'zh');
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
});
