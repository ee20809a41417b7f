import { expect, test } from 'vitest';
import { render } from './render.ts';

test('a note is shown below its paragraph, and the two lead to one another', async () => {
  expect(await render('先数一遍[^3]。\n\n[^3]: 再数一遍。\n\n最后签字。')).toBe(
    '<p>先数一遍<sup><a href="#note-3" id="noteref-3">[3]</a></sup>。</p>\n<div class="note" id="note-3"><p><a href="#noteref-3">[3]</a> 再数一遍。</p></div>\n<p>最后签字。</p>',
  );
});

test('of two marks of one note the note leads back to the first', async () => {
  const html = await render('甲[^1]，乙[^1]。\n\n[^1]: 同一条注。');
  expect(html.match(/id="noteref-1"/g)).toHaveLength(1);
  expect(html.match(/href="#note-1"/g)).toHaveLength(2);
});

test('a mark without a note stays text', async () => {
  expect(await render('先数一遍[^3]。')).toBe('<p>先数一遍[^3]。</p>');
});

test('a table is one', async () => {
  expect(await render('| 项目 | 数 |\n| --- | --- |\n| 灯 | 三\\|四 |')).toBe(
    '<table>\n<thead>\n<tr>\n<th>项目</th>\n<th>数</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>灯</td>\n<td>三|四</td>\n</tr>\n</tbody>\n</table>',
  );
});

test('a bare address is no link', async () => {
  expect(await render('见 www.example.com 和 https://example.com/ 。')).not.toContain('<a');
});
