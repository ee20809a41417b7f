import { expect, test } from 'vitest';
import { findCases } from '../../../scripts/ingest/cases/find-cases.ts';
import { noOverrides } from '../../../scripts/ingest/corrections/overrides.ts';
import { closeUp } from '../../../scripts/ingest/language/close-up.ts';

test.for([
  ['客 户 等 候 的 时 间 ， 是 2 0 1 6 年 。', '客户等候的时间，是2016年。'],
  ['老 傅没有说话， “还是那块布？”', '老傅没有说话，“还是那块布？”'],
  ['他收了 offer 就走，用 Excel 记账。', '他收了 offer 就走，用 Excel 记账。'],
  ['没有空格。', '没有空格。'],
] as const)('closes up %s', ([text, closed]) => {
  expect(closeUp(text)).toBe(closed);
});

test('finds the same cases in a text with a space after each character', () => {
  const texts = [
    '要守住交期，不能只靠嘴上的保证。凡是应承下来的，都得有人盯着，往往一松手就误了。',
    '2016年春天，绍兴一家印染厂的采购主管老傅第三次走进我们的展厅，从包里掏出一张皱巴巴的单子。小唐连夜赶到厂里，守了两天，终于把色差降到了百分之二。后来老傅又签了三年的合同。',
    '可见，交期说到底是信任。',
  ];
  const found = (each: string[]) =>
    findCases(
      {
        status: 'complete',
        paragraphs: each.map((text, index) => ({ text, lines: [index + 1, index + 1] })),
      },
      noOverrides(),
    ).map(({ first, last }) => [first, last]);
  expect(found(texts)).toEqual([[1, 1]]);
  expect(found(texts.map((text) => Array.from(text).join(' ')))).toEqual([[1, 1]]);
});
