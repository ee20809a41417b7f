import { expect, test } from 'vitest';
import { findExactly } from '../../../src/search/query/match/exactly.ts';
import { climbLadder } from '../../../src/search/query/relax/ladder.ts';
import { parseQuery } from '../../../src/search/query/parse/query.ts';
import { memoryIndex } from './memory-index.ts';
import { must } from '../../../src/lib/must.ts';

const texts = {
  need: '准确理解客户需求，先听再问。',
  change: '需求变更要写成单子，客户签字。',
  complaint: '客户的投诉是改进的动力。',
  harvest: '晒谷场上的老周一夜没睡。',
};
const index = memoryIndex(texts);
const names = (pages: Iterable<number>) => [...pages].map((page) => Object.keys(texts)[page]);
const tables = () =>
  Promise.resolve({
    traditional: '戶户諾诺',
    synonyms: [
      ['客户', '甲方'],
      ['投诉', '抱怨'],
    ],
  });

const climb = async (typed: string) => {
  const found = await climbLadder(parseQuery(typed), index, tables);
  return found && { rung: found.rung, pages: names(found.pages.keys()), terms: found.terms };
};

test('finds several words where all of them stand, less what is left out', async () => {
  const found = await findExactly(parseQuery('客户 需求 -变更'), index);
  expect(names(must(found).pages.keys())).toEqual(['need']);
});

test('reads punctuation as the reader does, failing that as a gap', async () => {
  expect(names(must(await findExactly(parseQuery('需求，先听'), index)).pages.keys())).toEqual(['need']);
  expect(names(must(await findExactly(parseQuery('先听，客户'), index)).pages.keys())).toEqual(['need']);
});

test('reads Traditional characters', async () => {
  expect(await climb('客戶需求')).toEqual({ rung: 'simplified', pages: ['need'], terms: ['客户需求'] });
});

test.for([
  ['客户求需', '客户需求'],
  ['客需求', '客户需求'],
  ['客户户需求', '客户需求'],
  ['客户须求', '客户需求'],
])('mends %s to %s', async ([typed, meant]) => {
  expect(await climb(must(typed))).toEqual({ rung: 'typo', pages: ['need'], terms: [meant] });
});

test('leaves two characters of three alone, unless one was typed twice', async () => {
  expect(await climb('客胡户')).toMatchObject({ rung: 'any' });
  expect(await climb('客户户')).toMatchObject({ rung: 'typo', terms: ['客户'] });
});

test('reads numerals either way', async () => {
  expect(await climb('1夜没睡')).toEqual({ rung: 'synonyms', pages: ['harvest'], terms: ['一夜没睡'] });
});

test('passes over punctuation at the end of a question', async () => {
  const found = await findExactly(parseQuery('客户需求？'), index);
  expect(found).toMatchObject({ rung: 'exact', terms: ['客户需求'] });
});

test('takes words for one another that mean the same', async () => {
  expect(await climb('甲方抱怨')).toMatchObject({ rung: 'synonyms', pages: ['complaint'] });
});

test('takes the words of a query that is nowhere in one piece', async () => {
  expect(await climb('客户签字变更')).toMatchObject({ rung: 'words', pages: ['change'] });
});

test('takes what there is of a query, and names what is nowhere', async () => {
  const found = await climbLadder(parseQuery('投诉 火星'), index, tables);
  expect(found).toMatchObject({ rung: 'any', missing: ['火星'] });
  expect(names(must(found).pages.keys())).toEqual(['complaint']);
});

test('never relaxes a quotation', async () => {
  expect(await climb('“客需求”')).toBeUndefined();
});

test('finds nothing where there is nothing', async () => {
  expect(await climb('量子纠缠')).toBeUndefined();
});
