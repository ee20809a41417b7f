import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exactFigures, rankFigures } from '../../samples/figures.ts';
import { openBuiltSearch, withoutSegmenter, type BuiltSearch } from './open-search.ts';
import { QuerySets } from '../../samples/query-sets.ts';
import { times } from '../times.ts';

let built: BuiltSearch;
let queries: QuerySets;
let chinese: Page;
let english: Page;
let wordless: Page;
beforeAll(async () => {
  built = await openBuiltSearch();
  queries = new QuerySets(built.entries);
  chinese = await built.site.newReader();
  english = await built.site.newReader();
  wordless = await built.site.newReader();
  await withoutSegmenter(wordless);
  await chinese.goto(built.site.at('/search/'));
  await english.goto(built.site.at('/en/search/'));
  await wordless.goto(built.site.at('/search/'));
});
afterAll(() => built.close());

describe('finds what grep finds, no more and no less', () => {
  const sets = {
    'substrings of 2 to 8 characters': () => queries.substrings(times(120)),
    'words of the dictionary': () => queries.words(times(80)),
    'across the boundary of two words': () => queries.acrossWords(times(80)),
  };
  test.for(Object.entries(sets))('%s', async ([, make]) => {
    const asked = make();
    const figures = await exactFigures(asked, built.entries, await built.searcher(chinese, asked));
    expect(figures).toEqual({ recall: 1, precisionAt10: 1, wrong: [] });
  });

  test('and again in a browser that knows no words', async () => {
    expect(await wordless.evaluate(() => 'Segmenter' in Intl)).toBe(false);
    const asked = queries.substrings(times(60));
    const figures = await exactFigures(asked, built.entries, await built.searcher(wordless, asked));
    expect(figures).toEqual({ recall: 1, precisionAt10: 1, wrong: [] });
  });
});

describe('brings the page that was meant to the top', () => {
  const sets = [
    { name: 'one character dropped', least: 0.98, make: () => queries.dropped(times(50)) },
    { name: 'two neighbours swapped', least: 0.95, make: () => queries.swapped(times(50)) },
    { name: 'one character doubled', least: 0.95, make: () => queries.doubled(times(50)) },
    { name: 'two keywords', least: 0.97, make: () => queries.twoKeywords(times(50)) },
    { name: 'titles', least: 1, make: () => queries.titles(times(50)) },
    { name: 'Traditional characters', least: 0.95, make: () => queries.traditional(times(50)) },
    { name: 'pinyin of titles', least: 0.9, make: () => queries.pinyin(times(50)) },
    { name: 'numbers of rules', least: 1, make: () => queries.ruleNumbers(times(30)) },
  ];
  test.for(sets)('$name', async ({ make, least }) => {
    const asked = make();
    const { mrr, late } = await rankFigures(asked, await built.searcher(chinese, asked));
    expect(mrr, `not first: ${late.join(' | ')}`).toBeGreaterThanOrEqual(least);
  });

  test('English titles, on the English pages', async () => {
    const asked = queries.english(times(50));
    const { mrr, late } = await rankFigures(asked, await built.searcher(english, asked));
    expect(mrr, `not first: ${late.join(' | ')}`).toBeGreaterThanOrEqual(0.9);
  });
});
