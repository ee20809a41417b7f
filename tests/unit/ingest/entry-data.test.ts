import { describe, expect, test } from 'vitest';
import { toFiles } from '../../../scripts/ingest/write/markdown.ts';
import { joinLists } from '../../../scripts/ingest/write/paragraph.ts';
import { chapter, entriesOf, rule } from './books.ts';

const text = '先看灯，再看门。';
const idsOf = (...numbers: number[]) =>
  entriesOf(numbers.map((number) => chapter(number, `章${String(number)}`, rule('看灯', text)))).chapters.map(
    ({ data }) => data.id,
  );

describe('ids of chapters', () => {
  test('are their numbers if these rise, with gaps or not', () => {
    expect(idsOf(1, 2, 12, 105)).toEqual(['01', '02', '12', '105']);
  });

  test('are their positions if the numbers start anew, or one is a misprint', () => {
    expect(idsOf(1, 2, 1)).toEqual(['01', '02', '03']);
    expect(idsOf(1, 2, 2018)).toEqual(['01', '02', '03']);
  });
});

test('a number as printed is kept only if it is neither the entry’s own number nor its title', () => {
  const { chapters, rules } = entriesOf([
    {
      ...chapter(
        1,
        '前言',
        { ...rule('看灯', text), label: '第一条' },
        { ...rule('看门', text), label: '1.2' },
        { ...rule('看锁', text), label: '看锁' },
      ),
      label: '前言',
      part: { number: 1, title: '上篇', label: '上篇' },
    },
    {
      ...chapter(2, '收灯', rule('关灯', text)),
      label: '第二回',
      part: { number: 2, title: '夜里', label: '下篇' },
    },
  ]);
  expect(rules.map(({ data }) => data.label)).toEqual(['第一条', undefined, undefined, undefined]);
  expect(chapters.map(({ data }) => data.label)).toEqual([undefined, '第二回']);
  expect(chapters.map(({ data }) => data.part)).toEqual([
    { number: 1, title: { zh: '上篇' } },
    { number: 2, title: { zh: '夜里' }, label: '下篇' },
  ]);
});

test('an entry’s lines run from its heading to its last paragraph; one without text has none', () => {
  const { chapters, rules } = entriesOf([chapter(1, '省心', rule('记名字', text, text), rule('还没写'))]);
  expect(rules.map(({ data }) => data.source?.lines)).toEqual([[1, 3], undefined]);
  expect(chapters[0]?.data.source?.lines).toEqual([1, 3]);
  expect(entriesOf([chapter(1, '省心', rule('还没写'))]).chapters[0]?.data.source).toBeUndefined();
  expect([...toFiles({ chapters, rules, cases: [], front: [], dropped: [] }, new Map()).keys()]).toEqual([
    'chapters/01.md',
    'rules/01-01.md',
    'rules/01-02.md',
  ]);
});

test('items of a list are below the item that they belong to, however deep their source put them', () => {
  const printed = [
    { markdown: '- 灯', item: 1 },
    { markdown: '- 红灯', item: 3 },
    { markdown: '- 绿灯', item: 3 },
    { markdown: '- 门', item: 1 },
    { markdown: '门要推一推。' },
    { markdown: '- 锁', item: 2 },
  ];
  expect(joinLists(printed)).toEqual(['- 灯\n    - 红灯\n        - 绿灯\n- 门', '门要推一推。', '- 锁']);
});
