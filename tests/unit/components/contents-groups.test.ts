import { expect, test } from 'vitest';
import { contentsGroups, nearby, roomForRules } from '../../../src/components/contents/contents-groups.ts';
import type { ChapterSummary } from '../../../src/queries/book.ts';

const book = (count: number, parts = 0) =>
  Array.from({ length: count }, (_, index): ChapterSummary => {
    const number = Math.floor((index * parts) / count) + 1;
    return {
      id: String(index + 1).padStart(2, '0'),
      number: index + 1,
      title: { zh: '第几回的名字有十来个字长' },
      page: null,
      permalink: 'aaaaa',
      rules: [],
      cases: [],
      length: 0,
      words: 0,
      ...(parts > 0 && { part: { number, title: { zh: '上部的名字' }, label: `第${String(number)}部` } }),
    };
  });
/**
 * Approximate bytes of a listed chapter or rule with its address, number and title, of a group's name, and of
 * what is above.
 */
const weights = { entry: 160, group: 95, head: 800 };

test.for([0, 3, 12])('the contents of a book of 600 chapters in %d parts stay below 6 KB', (parts) => {
  const chapters = book(600, parts);
  for (const current of ['01', '20', '300', '600']) {
    const groups = contentsGroups(chapters, current);
    const listed = groups.filter(({ open }) => open).flatMap((group) => group.chapters);
    expect(listed.map(({ id }) => id)).toContain(current);
    const entries = listed.length + roomForRules(chapters);
    const { entry, group, head } = weights;
    expect(head + entries * entry + groups.length * group).toBeLessThan(6 * 1024);
    // Whatever is not listed can be reached by its group.
    expect(groups.flatMap(({ all }) => all)).toEqual(chapters);
    expect(groups.filter(({ open }) => open).every(({ partial }) => partial)).toBe(true);
  }
});

test('a book of a usual length is listed whole', () => {
  const groups = contentsGroups(book(28), '03');
  expect(groups.flatMap(({ chapters }) => chapters)).toHaveLength(28);
  expect(groups.some(({ partial }) => partial)).toBe(false);
});

test('those nearest to an entry are listed, at either end too', () => {
  const entries = Array.from({ length: 30 }, (_, index) => ({ id: String(index) }));
  const ids = (id: string) => nearby(entries, id, 10).map((entry) => Number(entry.id));
  expect(ids('0')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(ids('15')[0]).toBe(10);
  expect(ids('29').at(-1)).toBe(29);
});
