import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { rehypeWideBlocks } from '../../../src/plugins/rehype-wide-blocks.ts';
import { render } from './render.ts';

test('lets preformatted lines be scrolled and linked to, and shows markup in them as text', async () => {
  const html = await render('```\n七号桌　<b>三位</b>\n  云雾\n```', [rehypeWideBlocks]);
  expect(html).toMatch(
    /^<pre id="p-[a-z0-9]+" tabindex="0"><code>七号桌　&#x3C;b>三位&#x3C;\/b>\n {2}云雾\n<\/code><\/pre>$/,
  );
});

test('puts a table into a box that scrolls, and gives each row an id of its own', () => {
  const row = () => h('tr', [h('td', '桌号'), h('td', '七')]);
  const tree = h(null, [h('table', [h('tbody', [row(), row()])])]);
  rehypeWideBlocks()(tree);
  const [box] = tree.children;
  expect(box).toMatchObject({ tagName: 'div', properties: { className: ['table'], tabIndex: 0 } });
  const ids = JSON.stringify(tree).match(/(?<="id":")[^"]+/g) ?? [];
  expect(new Set(ids).size).toBe(2);
});
