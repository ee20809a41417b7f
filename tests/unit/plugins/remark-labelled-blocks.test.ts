import { expect, test } from 'vitest';
import { render, renderWithIds } from './render.ts';
import { must } from '../../../src/lib/must.ts';

test('sets a block under its label, in a section named by it', async () => {
  expect(await render(':::block{label="思考"}\n\n问？\n\n:::')).toBe(
    '<section class="block block-think" aria-labelledby="think"><h2 id="think">思考</h2><p>问？</p></section>',
  );
});

test('gives a second block with the same label an anchor of its own', async () => {
  const html = await render(':::block{label="自查"}\n\n一\n\n:::\n\n:::block{label="自查"}\n\n二\n\n:::');
  expect(html).toContain('<h2 id="check">');
  expect(html).toContain('<h2 id="check-2">');
});

test('ranks a comment on a story below the sections of the rule', async () => {
  expect(await render(':::block{label="点评"}\n\n好。\n\n:::')).toContain('<h3 id="comment">点评</h3>');
});

test('turns □ items into boxes named by their text, without the □', async () => {
  const html = await renderWithIds(':::block{label="自查"}\n\n- □ 我能说出三家客户吗？\n- 没有方框。\n\n:::');
  const id = /<span id="(p-[a-z0-9]+)">我能说出三家客户吗？<\/span>/.exec(html)?.[1];
  expect(id).toBeDefined();
  expect(html).toContain(`<input type="checkbox" aria-labelledby="${must(id)}"`);
  expect(html).not.toContain('□');
  expect(html).toMatch(/<li id="p-[a-z0-9]+">没有方框。<\/li>/);
});

test('makes boxes of items with blank lines between them just so', async () => {
  const html = await renderWithIds(':::block{label="自查"}\n\n- □ 一？\n\n- □ 二？\n\n:::');
  expect(html.match(/<li class="check"><input /g)).toHaveLength(2);
  expect(html).not.toContain('<p');
});

test('says a label once that the text repeats', async () => {
  expect(await render(':::block{label="点评"}\n\n【点评】好。\n\n:::')).toContain('</h3><p>好。</p>');
});

test('shows markup in a label as text', async () => {
  expect(await render(':::block{label="<b>要点</b>"}\n\n一\n\n:::')).toContain('>&#x3C;b>要点&#x3C;/b></h2>');
});
