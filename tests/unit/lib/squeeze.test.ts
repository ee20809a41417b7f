import { expect, test } from 'vitest';
import { matchKey, squeeze } from '../../../src/lib/squeeze.ts';

test('a text is compared without white space and marks without width, and with letters of one width', () => {
  expect(squeeze(' 看　灯\u200bＡ１\n\ufeff')).toBe('看灯A1');
});

test('headings are compared with one kind of quotation mark, dash and middle dot, in small letters', () => {
  const printings = ['“约翰·史密斯”——A', '「约翰•史密斯」－a', '"约翰・史密斯"—A', '『约翰‧史密斯』－－a'];
  expect(new Set(printings.map(matchKey))).toEqual(new Set(['"约翰·史密斯"-a']));
});
