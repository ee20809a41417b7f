import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { englishOf, nameOf, QuerySets } from '../../samples/query-sets.ts';
import { openBuiltSearch, type BuiltSearch } from './open-search.ts';

let built: BuiltSearch;
let queries: QuerySets;
let english: Page;
beforeAll(async () => {
  built = await openBuiltSearch();
  queries = new QuerySets(built.entries);
  english = await built.site.newReader();
  await english.goto(built.site.at('/en/search/'));
});
afterAll(() => built.close());

/** Pages whose English has a word, and those that have one which begins like it. */
function grepWord(word: string): { same: Set<string>; near: Set<string> } {
  const beginning = word.slice(0, Math.max(3, word.length - 3));
  const pages = (pattern: RegExp) =>
    new Set(built.entries.filter((entry) => pattern.test(englishOf(entry))).map(nameOf));
  return {
    same: pages(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu')),
    near: pages(new RegExp(`(?<![\\p{L}\\p{N}])${beginning}`, 'iu')),
  };
}

describe('English search over the whole text', () => {
  test('finds every page that has a word, and only pages that have one like it', async () => {
    const search = built.searcher(english);
    const lost: string[] = [];
    let precise = 0;
    let shown = 0;
    for (const { typed } of queries.englishWords(120)) {
      const found = await search(typed);
      const { same, near } = grepWord(typed);
      const all = new Set(found);
      for (const page of same) if (!all.has(page)) lost.push(`${typed}: ${page}`);
      shown += Math.min(10, found.length);
      precise += found.slice(0, 10).filter((page) => near.has(page)).length;
    }
    expect(lost).toEqual([]);
    expect(precise / shown).toBeGreaterThanOrEqual(0.95);
  });

  test('takes a mistyped word for the one that was meant', async () => {
    const search = built.searcher(english);
    const wrong: string[] = [];
    const samples = queries.englishMistyped(100);
    for (const { typed, meant, from } of samples)
      if (!(await search(typed)).includes(from)) wrong.push(`${typed} for ${meant}`);
    expect(samples.length).toBe(100);
    expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(5);
  });

  test('a Chinese query on an English page finds the paragraph’s partner, and an English one on a Chinese page', async () => {
    const chinese = await built.site.newReader();
    await chinese.goto(built.site.at('/search/'));
    const samples = queries.titles(20).concat(queries.english(20));
    for (const { typed, from } of samples) {
      const page = /\p{Script=Han}/u.test(typed) ? english : chinese;
      expect(await built.searcher(page)(typed), typed).toContain(from);
    }
  });
});
