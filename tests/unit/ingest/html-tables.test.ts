import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { readHtml } from '../../../scripts/ingest/source/html/read-html.ts';
import { printedNumber, wholeNumber } from '../../../scripts/ingest/source/html/list-numbers.ts';
import { cellText } from '../../../scripts/ingest/source/html/tables.ts';

const rows = (table: string): string[] =>
  readHtml(new TextEncoder().encode(`<!doctype html><html><body><p>前文。</p>${table}</body></html>`))
    .lines.map(({ format }) => format?.markdown ?? '')
    .filter((line) => line !== '');

test('a cell that spans rows and columns leaves its place empty in each', () => {
  const table = `<table><tr><th>班</th><th colspan="2">灯</th></tr>
    <tr><td rowspan="2">早</td><td>红</td><td>绿</td></tr><tr><td>黄</td><td>白</td></tr><tr><td>晚</td><td>蓝</td><td>紫</td></tr></table>`;
  expect(rows(table)).toEqual([
    '| 班 | 灯 |  |\n| --- | --- | --- |',
    '| 早 | 红 | 绿 |',
    '|  | 黄 | 白 |',
    '| 晚 | 蓝 | 紫 |',
  ]);
});

test('a table of single cells, or with headings in it, only arranges the page', () => {
  expect(rows('<table><tr><td>一</td></tr><tr><td>二</td></tr></table>')).toEqual([]);
  expect(rows('<table><tr><td><h2>门</h2></td><td>推一推。</td></tr></table>')).toEqual([]);
});

test('the text of a cell is one line, and its pictures are handed over', () => {
  const [cell] = fromHtml('<div>红<br>绿<p>黄</p><img src="a.png"><script>白</script></div>', {
    fragment: true,
  }).children;
  const pictures: Parameters<typeof cellText>[1] = [];
  if (cell?.type !== 'element') throw new Error('no element');
  expect(cellText(cell, pictures)).toBe('红 绿 黄 ');
  expect(pictures).toHaveLength(1);
});

test.for([
  [3, 'decimal', '3.'],
  [3, 'none', '-'],
  [3, 'lower-alpha', 'c.'],
  [4, 'I', 'IV.'],
  [12, 'simp-chinese-informal', '十二、'],
] as [number, string, string][])('%d in a list of style %s is %s', ([number, style, printed]) => {
  expect(printedNumber(number, style)).toBe(printed);
});

test('a number of an attribute is whole and no larger than can be counted on from', () => {
  expect(['7', '-2', '1.5', 'x', '', undefined, 1e12].map(wholeNumber)).toEqual([
    7,
    -2,
    undefined,
    undefined,
    0,
    undefined,
    undefined,
  ]);
});
