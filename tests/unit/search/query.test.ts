import { expect, test } from 'vitest';
import { numberNamed } from '../../../src/search/query/parse/number-jump.ts';
import { isEmpty, parseQuery } from '../../../src/search/query/parse/query.ts';

test('reads words, quotations and words to leave out', () => {
  expect(parseQuery('客户 “大 客户” -投诉 ＡＰＰ')).toEqual({
    parts: ['客户', 'app'],
    quoted: ['大', '客户'],
    excluded: ['投诉'],
  });
});

test('reads a minus before a quotation as leaving it out', () => {
  expect(parseQuery('客户 -"售后 服务"')).toMatchObject({ parts: ['客户'], excluded: ['售后', '服务'] });
});

test('keeps a hyphen inside a word', () => {
  expect(parseQuery('end-to-end').parts).toEqual(['end-to-end']);
});

test('looks for punctuation where nothing else was typed', () => {
  expect(parseQuery('《').parts).toEqual(['《']);
  expect(parseQuery('客户 《').parts).toEqual(['客户']);
});

test.for(['', '   ', '-客户'])('finds nothing to look for in “%s”', (typed) => {
  expect(isEmpty(parseQuery(typed))).toBe(true);
});

test.for([
  ['1.2', '1.2'],
  ['3-2', '3.2'],
  ['３．２', '3.2'],
  ['第3章', '3'],
  ['第廿一章', '21'],
  ['第三章第2条', '3.2'],
  ['法则 12.1', '12.1'],
  ['rule 1.2', '1.2'],
  ['Chapter 3', '3'],
] as const)('%s names number %s', ([typed, number]) => {
  expect(numberNamed(typed)).toBe(number);
});

test.for(['12', '客户', '2006年', '1.2.3', '一二三'])('%s names no rule', (typed) => {
  expect(numberNamed(typed)).toBeUndefined();
});
