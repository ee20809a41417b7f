import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { linesOf } from '../../../../samples/query-sets.ts';
import { seededRandom } from '../../../../samples/random.ts';
import { madeHandbooks } from '../../../../samples/shelf/made-books.ts';
import { openRouting, type Routing } from '../../../../src/search/browser/shelf/routing.ts';
import { writeRouting } from '../../../../src/search/build/shelf/write-routing.ts';
import { fold } from '../../../../src/search/format/fold.ts';
import { runsOf } from '../../../../src/search/format/runs.ts';
import { chunkOf, decodeRow, encodeRow } from '../../../../src/search/format/routing.ts';
import {
  countPages,
  decodeSummary,
  encodeSummary,
  pairsOf,
  type Summary,
} from '../../../../src/search/format/summary.ts';
import { englishWords, stem } from '../../../../src/search/query/parse/english-words.ts';
import { times } from '../../../times.ts';
import { serveFolders } from './files-fetch.ts';

const text = fc.string({
  unit: fc.constantFrom(...'客户需求合同交期 A１b，。\n𠮷é'),
  minLength: 1,
  maxLength: 40,
});

describe('the summary of a handbook', () => {
  test('says the same once it is packed and unpacked', () => {
    const counts = fc
      .array(fc.tuple(text, fc.nat({ max: 5000 })), { maxLength: 30 })
      .map((all) => new Map(all.map(([token, pages]) => [fold(token).replace(/\s/gu, '') || '空', pages])));
    fc.assert(
      fc.property(counts, counts, fc.array(text), (pairs, words, texts) => {
        const runs = Uint32Array.from(runsOf(texts)).sort();
        const unpacked = decodeSummary(encodeSummary({ pairs, words, runs }));
        expect(new Map(unpacked.pairs)).toEqual(pairs);
        expect(new Map(unpacked.words)).toEqual(words);
        expect([...(unpacked.runs ?? [])]).toEqual([...runs]);
        // As versions wrote it that knew of no runs.
        expect(decodeSummary(encodeSummary({ pairs, words })).runs).toBeUndefined();
      }),
    );
  });

  test('has every pair of every phrase that a text has', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, start, length) => {
        const characters = [...fold(whole)];
        const from = start % characters.length;
        const phrase = characters.slice(from, from + 1 + (length % 8)).join('');
        fc.pre(!/\s/u.test(phrase) && phrase !== '');
        const pairs = pairsOf(whole);
        for (const pair of pairsOf(phrase)) expect(pairs.has(pair)).toBe(true);
      }),
    );
  });

  test('takes a row of handbooks apart as it was put together', () => {
    const row = fc
      .array(fc.tuple(fc.nat({ max: 4000 }), fc.nat({ max: 100_000 })))
      .map((all) => new Map(all.sort(([a], [b]) => a - b)));
    fc.assert(
      fc.property(row, (each) => {
        expect(decodeRow(encodeRow(each))).toEqual(each);
      }),
    );
  });

  test('spreads tokens evenly', () => {
    const chunks = new Map<number, number>();
    for (let at = 0; at < 8000; at += 1) {
      const chunk = chunkOf(String.fromCodePoint(0x4e00 + at, 0x4e00 + ((at * 7) % 9000)), 16);
      chunks.set(chunk, (chunks.get(chunk) ?? 0) + 1);
    }
    expect(Math.max(...chunks.values())).toBeLessThan(800);
  });
});

const books = madeHandbooks(12, 20);
const texts = books.map(({ entries }) => entries.flatMap((entry) => linesOf(entry).map(fold)));
const summaries = books.map(({ entries }): Summary => ({
  pairs: countPages(entries.map((entry) => linesOf(entry).flatMap((line) => [...pairsOf(line)]))),
  words: countPages(
    entries.map(({ title, english = [] }) =>
      englishWords([title.en ?? '', ...english.map(([, block]) => block)].join(' ')),
    ),
  ),
}));

describe.for([
  ['all handbooks tell of their runs', 0, 0.02],
  ['some handbooks were built by an older version', 5, 0.05],
  ['all of them were', 12, 0.08],
] as const)('who can hold a phrase, if %s', ([, older, mostInVain]) => {
  let folder: string;
  let routing: Routing;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'routing-'));
    const told = summaries.map((summary, book) =>
      book < older ? summary : { ...summary, runs: Uint32Array.from(runsOf(texts[book] ?? [])) },
    );
    const listed = books.map(({ id, title, entries }) => ({
      id,
      title,
      address: `https://${id}.example/`,
      pages: { zh: entries.length, en: entries.length },
      summary: `summary-${id}.bin`,
    }));
    writeRouting(folder, listed, told, { traditional: '', synonyms: [], pinyin: {} });
    serveFolders({ 'https://shelf.example/': folder });
    routing = await openRouting('https://shelf.example/');
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    rmSync(folder, { recursive: true, force: true });
  });

  test('no handbook that holds a phrase is left out, and few are asked in vain', async () => {
    const random = seededRandom(11);
    const vain = { asked: 0, holding: 0, others: 0 };
    for (let tries = 0; tries < times(150); tries += 1) {
      const all = texts[random.below(texts.length)] ?? [];
      const line = all[random.below(all.length)] ?? '';
      const start = random.below(Math.max(1, line.length - 8));
      const phrase = line.slice(start, start + 2 + random.below(7)).replace(/\s.*/su, '');
      if (phrase === '') continue;
      const holding = texts.flatMap((each, book) =>
        each.some((other) => other.includes(phrase)) ? [book] : [],
      );
      for (const quickly of [true, false]) {
        const candidates = await routing.forPhrase(phrase, quickly);
        for (const book of holding) expect(candidates.has(book), phrase).toBe(true);
        if (quickly) continue;
        vain.asked += candidates.size - holding.length;
        vain.holding += holding.length;
        vain.others += books.length - holding.length;
      }
    }
    // How many handbooks that lack a phrase are asked for it, because they have every pair of it, or runs of it.
    expect(vain.asked / vain.others).toBeLessThan(mostInVain);
    expect(vain.holding).toBeGreaterThan(150);
  });

  test('an English word leads to every handbook that has one which begins like it', async () => {
    for (const word of [
      'contract',
      'contracts',
      'go',
      'c',
      'deliveries',
      books[4]?.title.en.split(' ')[2] ?? '',
    ]) {
      const beginning = stem(word);
      const holding = books.flatMap(({ entries }, book) =>
        entries.some(({ title, english = [] }) =>
          englishWords([title.en ?? '', ...english.map(([, block]) => block)].join(' ')).some((each) =>
            each.startsWith(beginning),
          ),
        )
          ? [book]
          : [],
      );
      expect(
        [...(await routing.forWord(beginning)).keys()].toSorted((a, b) => a - b),
        word,
      ).toEqual(holding);
    }
  });
});
