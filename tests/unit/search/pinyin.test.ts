import { expect, test } from 'vitest';
import { looksLikePinyin, matchPinyin, readingsFrom } from '../../../src/search/query/relax/pinyin.ts';
import { must } from '../../../src/lib/must.ts';

const readings = readingsFrom({
  ke: '客',
  hu: '户',
  xu: '需',
  qiu: '求',
  zhun: '准',
  que: '确',
  hang: '行',
  xing: '行',
});

test.for([
  ['kehu', '客户'],
  ['khxq', '客户需求'],
  ['kehuxq', '客户需求'],
  ['ke hu', '客户'],
  ['ｋｅｈｕ', '客户'],
  ['ＫＨＸＱ', '客户需求'],
  ['kèhù', '客户'],
  ['kehuxuq', '客户需求'],
])('%s spells %s', ([typed, text]) => {
  expect(matchPinyin(must(typed), '客户需求', readings)?.text).toBe(text);
});

test('takes zh for the initial of 准', () => {
  expect(matchPinyin('zhq', '准确', readings)?.text).toBe('准确');
});

test('takes a character by any of its readings', () => {
  expect(matchPinyin('xing', '行', readings)).toBeDefined();
  expect(matchPinyin('hang', '行', readings)).toBeDefined();
});

test('scores syllables above initials, and the beginning above the middle', () => {
  const score = (typed: string, text: string) => must(matchPinyin(typed, text, readings)).score;
  expect(score('kehu', '客户')).toBeGreaterThan(score('kh', '客户'));
  expect(score('kehu', '客户需求')).toBeGreaterThan(score('kehu', '准确客户'));
});

test('does not take a few initials from the middle of a text', () => {
  expect(matchPinyin('xq', '客户需求', readings)).toBeUndefined();
});

test('tells pinyin from what cannot be', () => {
  expect(looksLikePinyin('kehu')).toBe(true);
  expect(looksLikePinyin('ｋｅｈｕ')).toBe(true);
  expect(looksLikePinyin('lǜse')).toBe(true);
  expect(looksLikePinyin('客户')).toBe(false);
  expect(looksLikePinyin('b2b')).toBe(false);
});
