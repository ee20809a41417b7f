import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { countWords } from '../../../src/queries/arrange/count-words.ts';
import { hanOf, readEdition } from './edition.ts';

const { chapters, rules, cases, report } = await readEdition();
const excerpt = new URL('../../../../shared/source/handbook-excerpt.txt', import.meta.url);
const texts = [...chapters, ...rules, ...cases].flatMap(({ paragraphs }) => paragraphs);

describe('the companion edition', () => {
  test('has all 28 chapters and 106 rules with text, and a case for every rule', () => {
    expect(report.counts).toMatchObject({ chapters: 28, rules: 106, withBody: 106 });
    expect(rules.filter(({ data }) => data.status !== 'complete')).toEqual([]);
    const told = new Set(cases.map(({ data }) => data.rule));
    expect(rules.filter(({ data }) => !told.has(data.id))).toEqual([]);
  });

  test('ingests without an error, a warning or an untranslated text', () => {
    expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(report.untranslated).toEqual([]);
  });

  test('opens every chapter with 80 to 200 Han characters', () => {
    for (const { data, paragraphs } of chapters) {
      const length = hanOf(paragraphs.join('')).length;
      expect(length, data.id).toBeGreaterThanOrEqual(80);
      expect(length, data.id).toBeLessThanOrEqual(200);
    }
  });

  test('gives every rule 350 to 900 Han characters besides its cases', () => {
    for (const { data, paragraphs } of rules) {
      const length = hanOf(paragraphs.join('')).length;
      expect(length, data.id).toBeGreaterThanOrEqual(350);
      expect(length, data.id).toBeLessThanOrEqual(900);
    }
  });

  test('tells every case in 150 to 420 Han characters', () => {
    for (const { data, paragraphs } of cases) {
      const length = hanOf(paragraphs.join('')).length;
      expect(length, data.id).toBeGreaterThanOrEqual(150);
      expect(length, data.id).toBeLessThanOrEqual(420);
    }
  });

  test('shows the rule broken in a quarter of the cases', () => {
    const failures = cases.filter(({ data }) => data.facets?.outcome === 'failure');
    expect(failures.length / cases.length).toBeGreaterThanOrEqual(0.25);
  });

  test('has no sentence of 12 characters or more twice', () => {
    const seen = new Map<string, number>();
    for (const text of texts)
      for (const sentence of text.split(/[。！？；\n]/u).map(hanOf))
        if (sentence.length >= 12) seen.set(sentence, (seen.get(sentence) ?? 0) + 1);
    expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
  });

  test('says things once: 97 % of its sequences of eight characters are distinct', () => {
    const sequences = texts
      .map(hanOf)
      .flatMap((han) =>
        Array.from({ length: Math.max(0, han.length - 7) }, (_, at) => han.slice(at, at + 8)),
      );
    expect(new Set(sequences).size / sequences.length).toBeGreaterThanOrEqual(0.97);
  });

  test('has every English field, of the length that its page has room for', () => {
    const within = (id: string, text: string | undefined, least: number, most: number): void => {
      expect(countWords(text ?? ''), id).toBeGreaterThanOrEqual(least);
      expect(countWords(text ?? ''), id).toBeLessThanOrEqual(most);
    };
    for (const { data } of chapters) {
      expect(data.title.en, data.id).toBeTruthy();
      within(data.id, data.summary?.en, 50, 100);
    }
    for (const { data } of rules) {
      expect(data.title.en, data.id).toBeTruthy();
      within(data.id, data.summary?.en, 40, 80);
      expect(data.keywords?.en?.length, data.id).toBeGreaterThanOrEqual(3);
    }
    for (const { data } of cases) {
      expect(data.title.en, data.id).toBeTruthy();
      within(data.id, data.summary?.en, 25, 50);
      expect(data.keywords?.en?.length, data.id).toBeGreaterThanOrEqual(3);
    }
  });

  test('has its cases found with the very ranges their author meant', async () => {
    const meant = parse(
      await readFile(new URL('../../../samples/casebooks/companion.yaml', import.meta.url), 'utf8'),
    ) as { rule: string; marked: boolean; first: string; last: string }[];
    const squeezed = (text: string): string => text.replaceAll(/[\s\\]/gu, '');
    const idOf = new Map(rules.map(({ data }) => [data.title.zh, data.id]));
    const missed = meant.filter(
      ({ rule, marked, first, last }) =>
        !cases.some(
          ({ data, paragraphs }) =>
            data.rule === idOf.get(rule) &&
            data.kind === 'case' &&
            data.detection.method === (marked ? 'marker' : 'cues') &&
            squeezed(paragraphs[0] ?? '').startsWith(squeezed(first)) &&
            squeezed(paragraphs.at(-1) ?? '').endsWith(squeezed(last)),
        ),
    );
    expect(missed).toEqual([]);
    expect(cases.length).toBe(meant.length);
  });

  test.skipIf(!existsSync(excerpt))(
    'shares no run of 13 characters with the handbook save in titles',
    async () => {
      const book = await readFile(excerpt, 'utf8');
      const titles = [...chapters, ...rules].map(({ data }) => data.title.zh).join('\n');
      const runs = new Set<string>();
      for (const run of book.match(/[\u3400-\u9fff]{13,}/gu) ?? [])
        for (let at = 0; at + 13 <= run.length; at++) {
          const sequence = run.slice(at, at + 13);
          if (!titles.includes(sequence)) runs.add(sequence);
        }
      const shared = texts.flatMap((text) =>
        (text.match(/[\u3400-\u9fff]{13,}/gu) ?? []).flatMap((run) =>
          Array.from({ length: run.length - 12 }, (_, at) => run.slice(at, at + 13)).filter((s) =>
            runs.has(s),
          ),
        ),
      );
      expect(shared).toEqual([]);
    },
  );
});

test('the hand-kept lists are as large as readers need, and no synonym stands in two groups', async () => {
  const read = async (name: string): Promise<unknown> =>
    parse(await readFile(new URL(`../../../content/${name}`, import.meta.url), 'utf8'));
  const { groups } = (await read('synonyms.yaml')) as { groups: string[][] };
  const { terms } = (await read('glossary.yaml')) as { terms: { term: string; en: string; zh: string }[] };
  expect(groups.length).toBeGreaterThanOrEqual(60);
  expect(new Set(groups.flat()).size).toBe(groups.flat().length);
  expect(terms.length).toBeGreaterThanOrEqual(60);
  expect(terms.filter(({ term, en, zh }) => !term || !en || !zh)).toEqual([]);
});
