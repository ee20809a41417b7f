import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasShape, isList, isNumber, isOptional, isText } from '../../../src/lib/guards.ts';
import { isEither, isOneOf, isRecord } from '../../../src/search/format/shapes.ts';
import { isChineseHead, isPageText } from '../../../src/search/format/guards.ts';

interface Named {
  name: string;
  years?: number[] | undefined;
}
const isNamed = hasShape<Named>({ name: isText, years: isOptional(isList(isNumber)) });

test('an object has its shape with all its fields right, more or less of the optional ones', () => {
  expect(isNamed({ name: '甲' })).toBe(true);
  expect(isNamed({ name: '甲', years: [2009], other: null })).toBe(true);
});

test.for<[unknown]>([
  [null],
  [undefined],
  ['name'],
  [[]],
  [{}],
  [{ name: 1 }],
  [{ name: '甲', years: ['2009'] }],
])('%o has not the shape', ([value]) => {
  expect(isNamed(value)).toBe(false);
});

test('a list is no record, one of a few is just one of them, either is one or the other', () => {
  expect(isRecord(isText)(['甲'])).toBe(false);
  expect(isRecord(isText)({ a: '甲' })).toBe(true);
  expect(isOneOf(['rule', 'case'])('chapter')).toBe(false);
  expect([1, 'a', null].map(isEither(isText, isNumber))).toEqual([true, true, false]);
});

test('no value makes a guard throw', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(typeof isChineseHead(value)).toBe('boolean');
      expect(typeof isPageText(value)).toBe('boolean');
    }),
  );
});

test('a text of a page is one only with its blocks in pairs', () => {
  const text = { type: 'rule', id: '01-02', title: { zh: '题' }, keywords: [], blocks: [['p-1', '文']] };
  expect(isPageText(text)).toBe(true);
  expect(isPageText({ ...text, blocks: [['p-1']] })).toBe(false);
  expect(isPageText({ ...text, type: 'page' })).toBe(false);
});
