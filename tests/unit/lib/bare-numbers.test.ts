import { expect, test } from 'vitest';
import { isBareNumber, nameOf } from '../../../src/lib/book/printed-names.ts';
import { ruleContext } from '../../../src/share/rule-context.ts';

test.for([
  ['（一）', true],
  ['1.', true],
  ['三、', true],
  ['第二十二条', false],
  ['附件一', false],
] as const)('%s is a number without a unit: %s', ([label, bare]) => {
  expect(isBareNumber(label)).toBe(bare);
});

test('a rule that is 一 of its chapter alone is called by its full number elsewhere; others as printed', () => {
  expect(nameOf({ number: '2.1', label: '（一）' })).toEqual({ zh: '法则2.1', en: 'Rule 2.1' });
  expect(nameOf({ number: '2.1', label: '第二十二条' })).toEqual({ zh: '第二十二条', en: 'Article 22' });
  expect(nameOf({ number: 2, label: '二、' })).toEqual({ zh: '二、', en: '2.' });
});

test.for([
  ['（一）', '二、　入住登记　（一）'],
  ['第二十二条', '第二十二条　二、　入住登记'],
  [undefined, '二、　入住登记'],
] as const)('above a title, %s is beside its chapter: %s', ([label, line]) => {
  const rule = { id: '02-01', chapter: '02', number: '2.1', title: { zh: '散客' }, permalink: 'k7mq2' };
  expect(ruleContext({ ...rule, label, page: null, status: 'complete' }, ['二、', '入住登记'], 'zh')).toBe(
    line,
  );
});
