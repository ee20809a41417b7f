import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { payloads } from '../../../samples/payloads.ts';
import { EditError } from '../../../scripts/desk/protocol/edit-error.ts';
import { printCsv, parseCsv } from '../../../scripts/desk/translations/csv.ts';
import { dirtySource, TestDesk } from './books.ts';
import { times } from '../../times.ts';

const odd = [
  '__proto__',
  'constructor',
  '---',
  '# x',
  '&a b',
  '*a',
  '!!js/function x',
  '? a',
  '- - -',
  '{ a: b',
  '[',
  '"',
  "'",
  '%TAG',
  '\u0000',
  '\ud800',
  '\u2028',
  '\ufeffx',
  '> ',
  '|',
  '=1+1',
  '@x',
  '~',
  'null',
  'true',
  '1e3',
  '0x1',
  '2026-01-01',
  '\r\n',
  '\t',
];
const hostile = [...odd, ...payloads(times(15))];

test('hostile inputs in every field: text stays text, and every file stays YAML of its shape', async () => {
  const desk = new TestDesk(dirtySource('rulers'));
  await desk.open();
  await desk.act({ do: 'case', lines: [7, 7], kind: 'case' });
  const book = await desk.desk.book();
  let written = 0;
  for (const text of hostile) {
    const actions = [
      {
        do: 'entry',
        entry: 'case 01-02-1',
        fields: {
          title: text,
          summary: text,
          keywords: [text],
          places: [text],
          roles: [text],
          industries: [text],
          english: { title: text, summary: text, keywords: [text] },
        },
      },
      { do: 'term', fields: { term: text, en: text, zh: text, gloss: text, aliases: [text] } },
      {
        do: 'book',
        fields: {
          ...book,
          title: text,
          titleEnglish: text,
          subtitle: text,
          description: text,
          authors: text,
          publisher: text,
          isbn: text,
          rights: text,
        },
      },
      { do: 'split', line: 7, words: text },
    ] as const;
    for (const action of actions) {
      try {
        await desk.act(action as never);
        written += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(EditError);
      }
    }
    expect(desk.view?.problem, JSON.stringify(text)).toBeUndefined();
    for (const file of ['overrides.yaml', 'translations.yaml', 'glossary.yaml', 'book.yaml']) {
      try {
        parse(desk.read(file));
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code, file).toBe('ENOENT');
      }
    }
  }
  expect(written).toBeGreaterThan(2 * hostile.length);
});

test('a spreadsheet takes every text there and back, and calculates none', () => {
  const rows = hostile.map((text) => ['x', text.replace(/\r\n?/g, '\n'), "'=1"]);
  const printed = printCsv(rows);
  expect(parseCsv(printed)).toEqual(rows);
  for (const row of printed.split('\r\n')) expect(row.replace(/^\ufeff/, '')).not.toMatch(/(?:^|,)"?[=+@]/);
});
