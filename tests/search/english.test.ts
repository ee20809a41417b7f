import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { englishOf, nameOf, QuerySets } from '../../samples/query-sets.ts';
import { times } from '../times.ts';
import { openBuiltSearch, type BuiltSearch } from './open-search.ts';

let built: BuiltSearch;
let queries: QuerySets;
let english: Page;
/** The words of each page's English, in small letters. */
let wordsOf: Map<string, Set<string>>;
beforeAll(async () => {
  built = await openBuiltSearch();
  queries = new QuerySets(built.entries);
  wordsOf = new Map(
    built.entries.map((entry) => [
      nameOf(entry),
      new Set(
        englishOf(entry)
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u),
      ),
    ]),
  );
  english = await built.site.newReader();
  await english.goto(built.site.at('/en/search/'));
});
afterAll(() => built.close());

/** Pages whose English has a word, and those that have one which begins like it. */
function grepWord(word: string): { same: Set<string>; near: Set<string> } {
  const beginning = word.slice(0, Math.max(3, word.length - 3));
  const pages = (has: (words: ReadonlySet<string>) => boolean) =>
    new Set([...wordsOf].filter(([, words]) => has(words)).map(([page]) => page));
  return {
    same: pages((words) => words.has(word)),
    near: pages((words) => [...words].some((each) => each.startsWith(beginning))),
  };
}

describe('English search over the whole text', () => {
  test('finds every page that has a word, and only pages that have one like it', async () => {
    const samples = queries.englishWords(times(60));
    const search = await built.searcher(english, samples);
    const lost: string[] = [];
    let precise = 0;
    let shown = 0;
    for (const { typed } of samples) {
      const found = await search(typed);
      const { same, near } = grepWord(typed.toLowerCase());
      const all = new Set(found);
      for (const page of same) if (!all.has(page)) lost.push(`${typed}: ${page}`);
      shown += Math.min(10, found.length);
      precise += found.slice(0, 10).filter((page) => near.has(page)).length;
    }
    expect(lost).toEqual([]);
    expect(precise / shown).toBeGreaterThanOrEqual(0.95);
  });

  test('takes a mistyped word for the one that was meant', async () => {
    const samples = queries.englishMistyped(times(100));
    const search = await built.searcher(english, samples);
    const wrong: string[] = [];
    for (const { typed, meant, from } of samples)
      if (!(await search(typed)).includes(from)) wrong.push(`${typed} for ${meant}`);
    expect(samples.length).toBe(times(100));
    expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(samples.length / 20);
  });

  test('a Chinese query on an English page finds the paragraph’s partner, and an English one on a Chinese page', async () => {
    const chinese = await built.site.newReader();
    await chinese.goto(built.site.at('/search/'));
    for (const [page, samples] of [
      [english, queries.titles(times(10))],
      [chinese, queries.english(times(10))],
    ] as const) {
      const search = await built.searcher(page, samples);
      for (const { typed, from } of samples) expect(await search(typed), typed).toContain(from);
    }
  });
});
