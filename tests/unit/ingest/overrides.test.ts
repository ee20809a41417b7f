import { describe, expect, test } from 'vitest';
import { checkUnmatchedOverride } from '../../../scripts/ingest/checks/output/unmatched-override.ts';
import { decisionsOf } from '../../../scripts/ingest/corrections/decisions.ts';
import { overrideEntries } from '../../../scripts/ingest/entries/override-entries.ts';
import {
  dropLines,
  noOverrides,
  nowhere,
  readOverrides,
  type Overrides,
} from '../../../scripts/ingest/corrections/overrides.ts';
import { outlineBook } from '../../../scripts/ingest/run/outline-book.ts';
import { splitLines } from '../../../scripts/ingest/source/text/lines.ts';
import { chapter, entriesOf, rule } from './books.ts';
import { must } from '../../../src/lib/must.ts';

const read = (...list: string[]): Overrides =>
  readOverrides(`book.txt:\n${list.map((each) => `  - ${each}\n`).join('')}`, 'book.txt');
const unmatched = (overrides: Overrides) =>
  checkUnmatchedOverride(overrides).map(({ code, severity }) => [code, severity]);

const argued =
  '凡是能够提前说明的风险，都不算意外。流程能保证下限，而用心才能抬高上限，这是大家都应当明白的道理。';
const scene =
  '2016年春天，绍兴一家印染厂的主管老傅走进展厅，值班的小叶问他那台机器修好了没有。老傅愣了一下，坐了下来。';
const end = '半个月后，老傅在桌上留下的纸条变成了一份全年供货合同。';
const book = () => [chapter(1, '省心', rule('记名字', argued, scene, end, argued))];
const casesOf = (overrides: Overrides) =>
  entriesOf(book(), overrides).cases.map(({ data, blocks }) => ({
    method: data.detection.method,
    title: data.title.zh,
    paragraphs: blocks.length,
  }));

describe('overrides of lines', () => {
  const line = (number: number, text: string) => ({ number, text, pageBreak: false });

  test('hold for the source they name only', () => {
    expect(readOverrides('other.txt:\n  - drop: 页眉\n', 'book.txt').list).toEqual([]);
    expect(readOverrides('', 'book.txt').list).toEqual([]);
  });

  test('drop every line of these words, however it is spaced', () => {
    const overrides = read('drop: 听懂弦外之音 第2章');
    const { lines, dropped } = dropLines([line(1, '听懂弦外之音　第２章'), line(2, '正文')], overrides);
    expect(lines.map(({ text }) => text)).toEqual(['', '正文']);
    expect(dropped).toEqual([{ line: 1, text: '听懂弦外之音　第２章', reason: 'override' }]);
    expect(unmatched(overrides)).toEqual([]);
  });

  test('say what is a heading and which paragraph goes on', () => {
    const { list } = read(
      '{ heading: 听完再开口, as: rule }',
      '{ heading: 一、误会, as: prose }',
      'join: 压着旧型号，',
    );
    const { heading, join } = decisionsOf(list, nowhere());
    const of = (text: string) => heading(text, line(1, text));
    const goesOn = (text: string) => join(text, line(1, text), line(2, '只好改约。'));
    expect(of('听完 再开口')).toBe('rule');
    expect(of('一、误会')).toBe('prose');
    expect(of('正文')).toBeUndefined();
    expect(goesOn('原来仓库里压着旧型号，')).toBe(true);
    expect(goesOn('正文。')).toBe(false);
  });

  /** Findings about corrections to a book of two chapters. */
  const judge = (...list: string[]) => {
    const overrides = read(...list);
    const text = `第1章 先听后说\n\n${argued}\n\n店里的规矩\n\n${argued}\n\n第2章 说到做到\n\n${argued}\n\n${end}\n`;
    const { lines } = splitLines(text);
    outlineBook(text, lines, [], overrides);
    return unmatched(overrides);
  };

  test('count where the book would be another without them', () => {
    expect(judge(`{ heading: ${end}, as: rule }`)).toEqual([]);
    expect(judge('{ heading: 店里的规矩, as: prose }')).toEqual([]);
    expect(judge('{ heading: 第2章 说到做到, as: prose }')).toEqual([]);
    expect(judge('join: 应当明白的道理。')).toEqual([]);
  });

  test('are warnings where the text is read that way without them', () => {
    const warning = ['unmatched-override', 'warning'];
    expect(judge('{ heading: 第2章 说到做到, as: chapter }')).toEqual([warning]);
    expect(judge('{ heading: 店里的规矩, as: rule }')).toEqual([warning]);
    expect(judge('join: 一份全年供货合同。')).toEqual([warning]);
    expect(judge('{ heading: 店里的规矩, as: prose }', '{ heading: 店 里的规矩, as: prose }')).toEqual([
      warning,
    ]);
  });

  test('are errors where nothing has their words', () => {
    const error = ['unmatched-override', 'error'];
    expect(unmatched(read('drop: 没有这行', 'join: 没有这段'))).toEqual([error, error]);
    expect(judge('{ heading: 没有这章, as: chapter }', 'join: 没有这段')).toEqual([error, error]);
  });

  test('are refused where they are malformed', () => {
    expect(() => read('dorp: 页眉')).toThrow(/overrides\.yaml/);
  });
});

describe('overrides of cases', () => {
  test('are not needed where the case is found', () => {
    expect(casesOf(noOverrides())).toMatchObject([{ method: 'cues', paragraphs: 2 }]);
  });

  test('set a range, a title and a kind', () => {
    const overrides = read('{ case: 2016年春天，绍兴, last: 坐了下来。, title: 老傅坐下来, kind: anecdote }');
    expect(casesOf(overrides)).toEqual([{ method: 'override', title: '老傅坐下来', paragraphs: 1 }]);
    expect(unmatched(overrides)).toEqual([]);
  });

  test('leave the marker of the next case to the one that ends with it', () => {
    const source = `第1章 省心\n\n一、记名字\n\n${argued}\n\n【案例】\n\n${scene}\n\n${end}\n\n（案例完）\n\n${argued}\n`;
    const overrides = read('{ case: 凡是能够, last: 【案例】 }');
    // A text that is in two places is refused.
    const { found } = outlineBook(source, splitLines(source).lines, [], overrides);
    expect(
      found.cases.map(({ data, blocks }) => [data.detection.method, blocks.length, blocks.at(-1)]),
    ).toMatchObject([
      ['override', 2, { text: '【案例】' }],
      [expect.any(String), 2, { text: end }],
    ]);
  });

  test('set a case where none was found', () => {
    const overrides = read('{ case: 凡是能够提前, last: 供货合同。 }');
    expect(casesOf(overrides)).toMatchObject([{ method: 'override', paragraphs: 3 }]);
  });

  test('unset one, and are errors where there is none', () => {
    const overrides = read(
      '{ case: 2016年春天，绍兴, as: exposition }',
      '{ case: 凡是能够, as: exposition }',
    );
    expect(casesOf(overrides)).toEqual([]);
    expect(unmatched(overrides)).toHaveLength(1);
  });
});

describe('overrides of entries', () => {
  test('set titles, summaries, keywords, and facets of a case by its first words', () => {
    const overrides = read(
      '{ entry: 记名字, summary: 见面先叫得出名字。, keywords: [名字] }',
      '{ entry: 2016年春天，绍兴, title: 老傅坐下来, basis: book, facets: { years: [2016] } }',
      '{ entry: 省心, title: 让客户省心 }',
    );
    const entries = overrideEntries(entriesOf(book()), overrides);
    expect(must(entries.rules[0]).data).toMatchObject({
      summary: { zh: '见面先叫得出名字。' },
      keywords: { zh: ['名字'] },
    });
    expect(must(entries.cases[0]).data).toMatchObject({
      title: { zh: '老傅坐下来' },
      basis: 'book',
      facets: { years: [2016] },
    });
    expect(must(entries.chapters[0]).data.title).toEqual({ zh: '让客户省心' });
    expect(unmatched(overrides)).toEqual([]);
  });

  test('are warnings where the entry has what they set', () => {
    const overrides = read('{ entry: 记名字, title: 记名字 }');
    overrideEntries(entriesOf(book()), overrides);
    expect(unmatched(overrides)).toEqual([['unmatched-override', 'warning']]);
  });

  test('are errors where nothing bears the name, or what bears it has no such field', () => {
    const overrides = read(
      '{ entry: 没有这条, title: 有了 }',
      '{ entry: 记名字, facets: { years: [2016] } }',
    );
    overrideEntries(entriesOf(book()), overrides);
    expect(unmatched(overrides)).toHaveLength(2);
  });
});

test.each([
  ['case: 注意', /Expected case: …, last: ….*found “case: 注意”/],
  [
    'heading: 要领, as: chaptre',
    /as: part, chapter, rule, section or prose.*found “heading: 要领, as: chaptre”/,
  ],
  ['titel: 要领', /Expected one of heading, join, split, drop, case, entry, but found “titel: 要领”/],
])('a correction that is none is refused with what it should hold: %s', (correction, message) => {
  expect(() => readOverrides(`book.txt: [{ ${correction} }]`, 'book.txt')).toThrow(message);
});
