import { expect, test } from 'vitest';
import { numeralForms } from '../../../src/search/query/relax/numeral-forms.ts';

test.for([
  ['3个月', ['三个月']],
  ['2个月', ['二个月', '两个月']],
  ['2006年', ['二千零六年', '二〇〇六年']],
  ['三十五天', ['35天']],
  ['客户', []],
] as const)('%s', ([word, forms]) => {
  expect(numeralForms(word)).toEqual(forms);
});
