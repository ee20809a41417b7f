import { expect, test } from 'vitest';
import { synonymsOf, wordsBySynonyms } from '../../../src/search/query/relax/synonyms.ts';

const groups = [
  ['客户', '甲方'],
  ['大客户', 'KA'],
  ['投诉', '抱怨'],
];

test('a word is looked for as the other members of the group of its longest member', () => {
  expect(synonymsOf('甲方投诉', groups)).toEqual(['客户投诉']);
  expect(synonymsOf('大客户经理', groups)).toEqual(['ka经理']);
  expect(synonymsOf('雨天', groups)).toEqual([]);
});

test('a text is cut so that each member is a word of its own, the longest first', () => {
  expect(wordsBySynonyms('大客户的投诉', groups)).toEqual(['大客户', '的', '投诉']);
});
