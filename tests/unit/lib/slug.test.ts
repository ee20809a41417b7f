import { expect, test } from 'vitest';
import { slugOf } from '../../../src/edition/slug.ts';

test.for([
  ['圣保罗', 'São Paulo', 'sao-paulo'],
  ['罗兹', 'Łódź', 'lodz'],
  ['西安', 'Xi’an', 'xian'],
  ['电信', undefined, 'dian-xin'],
  ['CEO助理', undefined, 'ceo-zhu-li'],
  ['R&D', 'R&D', 'r-d'],
  ['★？', undefined, '2605-ff1f'],
] as const)('%s (%s) is %s', ([chinese, english, slug]) => {
  expect(slugOf(chinese, english)).toBe(slug);
});
