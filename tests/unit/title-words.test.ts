import { expect, test } from 'vitest';
import { titleWords } from '../../src/components/site/title-words.ts';
import { must } from '../../src/lib/must.ts';

test.for([
  ['在突发事件中拉近与客户的距离', '拉近'],
  ['坚守正道，勿以“错”小而为之', '正道，'],
  ['客户是华为赖以生存的根本', '生存的'],
])('%s: never inside %s', ([title, whole]) => {
  const pieces = titleWords(must(title));
  expect(pieces.join('')).toBe(title);
  expect(pieces.some((piece) => piece.includes(must(whole)) || piece === whole)).toBe(true);
  expect(pieces.filter((piece) => /^[，。”的]|[“]$/u.test(piece))).toEqual([]);
});
