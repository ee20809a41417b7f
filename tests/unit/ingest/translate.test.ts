import { expect, test } from 'vitest';
import { readTranslations, titlesOf, translate } from '../../../scripts/ingest/entries/translate.ts';
import { chapter, entriesOf, rule } from './books.ts';

const entries = entriesOf([chapter(1, '省心', rule('记名字', '先看灯，再看门。'))]);
const yaml = `rules:
  记名字: { title: Know the name, summary: Lamps first., keywords: [lamp] }
chapters:
  省心: { title: Ease }
cases:
  纸条: { title: A note, summary: It became an order. }
front:
  前言: { heading: Preface }
`;

test('a summary is English only where there is a Chinese one, and of another book titles alone are', () => {
  const translations = readTranslations(yaml, entries);
  const [described] = entries.rules.map((entry) => ({
    ...entry,
    data: { ...entry.data, summary: { zh: '先看灯。' }, keywords: { zh: ['灯'] } },
  }));
  const withSummary = { ...entries, rules: described ? [described] : [] };
  expect(translate(entries, translations).rules[0]?.data).toMatchObject({
    title: { zh: '记名字', en: 'Know the name' },
  });
  expect(translate(entries, translations).rules[0]?.data).not.toHaveProperty('summary');
  expect(translate(withSummary, translations).rules[0]?.data).toMatchObject({
    summary: { zh: '先看灯。', en: 'Lamps first.' },
    keywords: { zh: ['灯'], en: ['lamp'] },
  });
  expect(translate(withSummary, titlesOf(translations)).rules[0]?.data).toMatchObject({
    title: { zh: '记名字', en: 'Know the name' },
    summary: { zh: '先看灯。' },
    keywords: { zh: ['灯'] },
  });
  expect(titlesOf(translations)).toEqual({
    chapters: { 省心: { title: 'Ease' } },
    rules: { 记名字: { title: 'Know the name' } },
    cases: { 纸条: { title: 'A note' } },
    front: {},
  });
});

test('a file that mentions no title of the book is not read at all', () => {
  expect(readTranslations('rules: [', entries)).toEqual({ chapters: {}, rules: {}, cases: {}, front: {} });
});
