import { expect, test } from 'vitest';
import { groupChapters } from '../../../src/queries/arrange/chapter-groups.ts';

const part = (number: number) => ({ number, title: { zh: `第${String(number)}部分的名字` }, label: '编' });
const chapters = (count: number, number?: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(from + index).padStart(2, '0'),
    part: number === undefined ? undefined : part(number),
  }));
const shape = (groups: ReturnType<typeof groupChapters>) =>
  groups.map(({ id, title, chapters: held, continued }) => [id, title?.zh, held.length, continued]);

test('groups chapters by parts, with what stands before, between and after them', () => {
  const book = [...chapters(1), ...chapters(3, 1, 2), ...chapters(2, 2, 5), ...chapters(1, undefined, 7)];
  expect(shape(groupChapters(book))).toEqual([
    ['from-01', undefined, 1, false],
    ['part-1', '第1部分的名字', 3, false],
    ['part-2', '第2部分的名字', 2, false],
    ['from-07', undefined, 1, false],
  ]);
});

test('cuts a long part, and a long book without parts, into runs of about the same length', () => {
  expect(shape(groupChapters(chapters(90, 1)))).toEqual([
    ['part-1', '第1部分的名字', 30, false],
    ['from-31', '第1部分的名字', 30, true],
    ['from-61', '第1部分的名字', 30, true],
  ]);
  expect(groupChapters(chapters(600)).every(({ chapters: held }) => held.length === 40)).toBe(true);
});

test('keeps a book of one chapter in one group', () => {
  expect(shape(groupChapters(chapters(1)))).toEqual([['from-01', undefined, 1, false]]);
});
