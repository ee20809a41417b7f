import { describe, expect, test } from 'vitest';
import { withoutRepeatedChapters } from '../../../scripts/ingest/page/repeated-chapters.ts';
import { splitArticles } from '../../../scripts/ingest/page/split/articles.ts';
import { splitHeadings } from '../../../scripts/ingest/page/split/headings.ts';
import { splitRunOn } from '../../../scripts/ingest/page/split/run-on.ts';
import { splitLines } from '../../../scripts/ingest/source/text/lines.ts';

const linesOf = (...texts: string[]) => splitLines(texts.join('\n')).lines;
const shown = (lines: { number: number; text: string }[]) =>
  lines.map(({ number, text }) => `${number} ${text}`);

describe('the articles of a law', () => {
  const duty = '值班的人先看灯，再看门，看完在本子上签字，不签字的算没有看。';

  test('are parted from their labels, three at least', () => {
    const articles = ['第一条 ', '第二条 ', '第三条 '].map((label) => label + duty);
    expect(shown(splitArticles(linesOf(...articles), 0))).toEqual([
      ...['1 第一条', `1 ${duty}`, '2 第二条', `2 ${duty}`, '3 第三条', `3 ${duty}`],
    ]);
    expect(splitArticles(linesOf(...articles.slice(0, 2)), 0)).toHaveLength(2);
  });

  test('keep a title behind their label, and are none where a sentence cites them', () => {
    const lines = linesOf(`第一条 ${duty}`, '第二条 请假', `第三条 ${duty}`, `第四条规定的${duty}`);
    expect(shown(splitArticles(lines, 0)).slice(2)).toEqual([
      ...['2 第二条 请假', '3 第三条', `3 ${duty}`, `4 第四条规定的${duty}`],
    ]);
  });

  test('may lack three between two, and no more', () => {
    const labels = (...numbers: string[]) => numbers.map((number) => `第${number}条 ${duty}`);
    const few = linesOf(...labels('一', '二', '三', '四', '五', '九'));
    expect(splitArticles(few, 0)).toHaveLength(12);
    const many = linesOf(...labels('一', '二', '三', '四', '五', '十一'));
    expect(splitArticles(many, 0)).toHaveLength(11);
  });

  test('are none if fewer than four of five count up by one', () => {
    const labels = ['一', '三', '五', '七'].map((number) => `第${number}条 ${duty}`);
    expect(splitArticles(linesOf(...labels), 0)).toHaveLength(4);
  });

  test('put in later keep the number of the one before', () => {
    const labels = ['一', '二', '二', '三'].map(
      (number, i) => `第${number}条${i === 2 ? '之一' : ''} ${duty}`,
    );
    expect(shown(splitArticles(linesOf(...labels), 0))).toContain('3 第二条之一');
  });
});

describe('a law in one paragraph', () => {
  const duty =
    '值班的人先看灯，再看门，看完在本子上签字，不签字的算没有看，下一班也不替他签，谁签的谁担着，三天之内补不上的记一次。';

  test('is parted before its articles and around the headings above them', () => {
    const text = `第一章 看灯 第一条　${duty}第二条　${duty}第二章 看门 第三条　${duty}`;
    expect(splitRunOn(linesOf(text)).map((line) => line.text.slice(0, 6).trim())).toEqual([
      ...['', '', '第一章 看灯', '第一条　值班', '第二条　值班', '', '第二章 看门', '第三条　值班'],
    ]);
  });

  test('is left alone if it cites two articles, or is short', () => {
    const cited = `${duty}第一条　说的是灯，第二条　说的是门。${duty}${duty}${duty}`;
    expect(splitRunOn(linesOf(cited))).toHaveLength(1);
    expect(splitRunOn(linesOf('第一条　看灯。第二条　看门。第三条　看锁。'))).toHaveLength(1);
  });
});

describe('headings that lost their line break', () => {
  test('are parted from the paragraph above, a page number between them apart', () => {
    expect(shown(splitHeadings(linesOf('灯亮了才能开门。12第二章 看门')))).toEqual([
      ...['1 灯亮了才能开门。', '1 12', '1 第二章 看门'],
    ]);
  });

  test('are parted from the chapter’s; a line that repeats that chapter is a running head', () => {
    expect(shown(splitHeadings(linesOf('第三章 盘点 第一节 点货', '第三章 盘点 第二节 记账')))).toEqual([
      ...['1 第三章 盘点', '1 第一节 点货', '2 第三章 盘点 第二节 记账'],
    ]);
  });

  test('are none in a sentence, or if what follows is one', () => {
    const lines = linesOf('灯亮了才能开门。第二章说过，门要推一推。', '见第二章 看门');
    expect(splitHeadings(lines)).toEqual(lines);
  });
});

test('a chapter’s label above each of its sections stays once', () => {
  const { lines, dropped } = withoutRepeatedChapters(
    linesOf('第一章 第一节', '看灯。', '第一章 第二节', '看门。', '第二章 第一节', '看锁。'),
  );
  expect(shown(lines)).toEqual([
    ...['1 第一章', '1 第一节', '2 看灯。', '3 第二节', '4 看门。', '5 第二章', '5 第一节', '6 看锁。'],
  ]);
  expect(dropped).toEqual([{ line: 3, text: '第一章', reason: 'furniture' }]);
});
