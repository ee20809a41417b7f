import { expect, test } from 'vitest';
import { rehypeRuleReferences } from '../../../src/plugins/rehype-rule-references.ts';
import { render } from './render.ts';
import { must } from '../../../src/lib/must.ts';

const link = (markdown: string) =>
  render(markdown, [
    [
      rehypeRuleReferences,
      {
        chapters: [
          { id: '03', number: 3 },
          { id: '21', number: 21 },
          { id: '30', number: 7 },
          { id: '40', number: 8 },
          { id: '41', number: 8 },
        ],
        rules: [{ id: '01-02', number: '1.2' }],
      },
    ],
  ]);

test.for([
  ['第3章', '第3章另说。', '<a href="../../chapters/03/">第3章</a>另说。'],
  ['a chapter by its printed number', '见第七章。', '见<a href="../../chapters/30/">第七章</a>。'],
  ['第二十一章', '见第二十一章。', '见<a href="../../chapters/21/">第二十一章</a>。'],
  ['法则1.2', '法则1.2说过。', '<a href="../../rules/01-02/">法则1.2</a>说过。'],
])('links %s', async ([, markdown, html]) => {
  expect(await link(must(markdown))).toBe(`<p>${must(html)}</p>`);
});

test('links each of two mentions in one paragraph', async () => {
  expect((await link('第3章和第3章')).match(/<a /g)).toHaveLength(2);
});

test.for([
  ['a chapter that has no page', '第99章'],
  ['a number that two chapters have', '第八章'],
  ['a rule that has no page', '法则9.9'],
  ['a chapter of another book', '《论语》第3章'],
])('leaves %s as text', async ([, markdown]) => {
  expect(await link(must(markdown))).toBe(`<p>${must(markdown)}</p>`);
});

test('leaves what is a link already', async () => {
  expect(await link('[第3章](https://example.org/)')).toBe('<p><a href="https://example.org/">第3章</a></p>');
});
