import { parseNumeral } from '../../../../src/lib/numerals.ts';

const numbered = /^(.{2,60}?)\s+([0-9０-９]{1,4})$/;

/**
 * Leave out the titles that are a running head with the number of its page: 店铺手记 23, 店铺手记 25. Numbers from 1 on count what
 * a book tells: 回访 1, 回访 2.
 */
export function withoutPageHeads<T>(titles: T[], wordsOf: (title: T) => string): T[] {
  const byWords = Map.groupBy(titles, (title) => numbered.exec(wordsOf(title))?.[1]);
  byWords.delete(undefined);
  const heads = [...byWords.values()].filter(
    ([first, ...others]) =>
      first !== undefined &&
      others.length > 0 &&
      (parseNumeral(numbered.exec(wordsOf(first))?.[2] ?? '') ?? 0) > 1,
  );
  const left = new Set(heads.flat());
  return left.size === 0 ? titles : titles.filter((title) => !left.has(title));
}
