import { expect, test } from 'vitest';
import { casesOfBook } from '../../../scripts/ingest/cases/cases-of-book.ts';
import { lookAt } from '../../../scripts/ingest/cases/find-cases.ts';
import { noOverrides } from '../../../scripts/ingest/corrections/overrides.ts';
import type { ChapterNode, Paragraph } from '../../../scripts/ingest/model.ts';

const paragraph = (text: string, index: number): Paragraph => ({ text, lines: [index + 1, index + 1] });
const chapterOf = (texts: string[]): ChapterNode => ({
  number: 1,
  title: '一章',
  page: null,
  line: 1,
  epigraph: undefined,
  opening: texts.map(paragraph),
  rules: [],
});
const story = [
  '2016年春天，绍兴一家印染厂的采购主管老傅第三次走进我们的展厅，前两次都空手而归。“还是那块布？”小唐问。老傅没有说话，从包里掏出一张皱巴巴的单子。',
  '小唐连夜赶到厂里，守了两天，终于把色差降到了百分之二。老傅看了看样布，点点头，当场签了三年的合同。',
];
const argument =
  '要守住交期，必须先有规矩。凡是应承下来的事情，往往都需要有人盯着，否则客户的信任就不能长久。';

test('finds the cases of a chapter that has no rules', () => {
  const chapter = chapterOf([argument, ...story, argument]);
  const { ranges, allNarrative } = casesOfBook({ chapters: [chapter] }, noOverrides());
  expect(ranges.get(chapter)?.map(({ first, last }) => [first, last])).toEqual([[1, 2]]);
  expect(allNarrative).toBe(false);
});

test('takes no story of a book that tells throughout, save what it marks, and says so', () => {
  const many = Array.from({ length: 150 }, () => story).flat();
  const chapter = chapterOf([...many, '【案例】欠账', ...story]);
  const { ranges, allNarrative } = casesOfBook({ chapters: [chapter] }, noOverrides());
  expect(allNarrative).toBe(true);
  expect(ranges.get(chapter)?.map(({ method }) => method)).toEqual(['marker']);
});

test('takes no story of a history that argues as it follows its people', () => {
  const told =
    '将军夜里赶到城下，守将却不肯开门，因为他认为他的信任已经没有价值。后来他终于签了降书，从此再没有回来。';
  const history = Array.from({ length: 200 }, () => [
    told,
    '所谓英雄，其实往往是因为他没有办法，他必须如此，这就是他的道理。他的能力不是关键。',
  ]).flat();
  const chapter = chapterOf(history);
  const { ranges, allNarrative } = casesOfBook({ chapters: [chapter] }, noOverrides());
  expect(allNarrative).toBe(true);
  expect(ranges.get(chapter)).toEqual([]);
});

test('finds nothing in dates of effect, lists of holidays and tables', () => {
  const chapter = chapterOf([
    '本手册自2026年1月1日起正式生效实施。',
    '门店按下列天数放假：',
    '元旦（1天）、春节（3天）、清明节（1天）、劳动节（1天）。',
    '| 司龄 | 店员 | 店长 |',
    '| --- | --- | --- |',
    '| 三年以下 | 5天 | 8天 |',
    '1.2 2019年8月由小何修订，删除了第二章，当天发布。',
  ]);
  const { ranges } = casesOfBook({ chapters: [chapter] }, noOverrides());
  expect(ranges.get(chapter)).toEqual([]);
});

test('takes two lines for a case in a text that hardly tells anything only if they are long enough to tell one', () => {
  const look = (told: { paragraphs: Paragraph[] }) => ({
    ...lookAt({ ...told, status: 'complete' }),
    ranges: () => [
      {
        first: 1,
        last: 2,
        kind: 'case' as const,
        basis: undefined,
        title: undefined,
        method: 'cues' as const,
        confidence: 0.9,
        cues: [],
        marker: undefined,
        endMarker: undefined,
        inlineMarker: 0,
      },
    ],
  });
  const manual = Array.from({ length: 40 }, () => argument);
  const casesWith = (lines: string[]) => {
    const chapter = chapterOf([argument, ...lines, ...manual]);
    return casesOfBook({ chapters: [chapter] }, noOverrides(), look).ranges.get(chapter)?.length;
  };
  expect(casesWith(['示例1：她穿着红色T恤。', '示例2：他没有戴绿色帽子。'])).toBe(0);
  expect(casesWith(story)).toBe(1);
});

test('says of a novel whose people mostly speak that it tells throughout, and of a list of changes that it doesn’t', () => {
  const speech = ['“你来了？”她问他。', '“我来了。”他没有看她。', '他把灯拨亮了，又坐下去。'];
  const novel = chapterOf(Array.from({ length: 1500 }, (_, index) => `${speech[index % 3] ?? ''}`));
  expect(casesOfBook({ chapters: [novel] }, noOverrides()).allNarrative).toBe(true);
  const changes = chapterOf(
    Array.from(
      { length: 900 },
      (_, index) => `修复编辑器第${String(index)}处排版错位，补全导出接口的字段说明。`,
    ),
  );
  expect(casesOfBook({ chapters: [changes] }, noOverrides()).allNarrative).toBe(false);
});
