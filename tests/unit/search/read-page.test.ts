import { expect, test } from 'vitest';
import { readPage } from '../../../src/search/build/read-page.ts';

test('reads the text with its paragraph ids, without what counts elsewhere', () => {
  const html = `<main><h1>标题</h1><div class="prose" lang="zh-Hans"><p id="p-1">先<button>代表处</button>后。</p>
<section data-case-inset="01-01-1"><p id="p-2">案例。</p></section>
<ul><li class="check">□ 问过吗？</li></ul><p data-pagefind-ignore>不算。</p></div><p>页脚</p></main>`;
  expect(readPage(html)).toEqual([
    ['p-1', '先代表处后。'],
    ['', '□ 问过吗？'],
  ]);
});

test('finds no text on a page that has none', () => {
  expect(readPage('<main><h1>标题</h1></main>')).toEqual([]);
});

test('takes preformatted lines, and a table’s cells by the id of their row', () => {
  const page =
    '<main><div class="prose"><pre id="p-1"><code>七号桌　三位</code></pre><div class="table"><table><tr id="p-2"><td>桌号</td><td>七</td></tr></table></div></div></main>';
  expect(readPage(page)).toEqual([
    ['p-1', '七号桌 三位'],
    ['p-2', '桌号'],
    ['p-2', '七'],
  ]);
});

test('reads of an English page what is in English, without the notes on it', () => {
  const page = (lang: string) =>
    `<main><div class="prose" lang="${lang}"><p id="p-a">First.<small data-pagefind-ignore> (older)</small></p><p id="p-b" lang="zh-Hans">乙。</p><div lang="zh-Hans"><p id="p-c">丙。</p></div></div></main>`;
  expect(readPage(page('en'), 'en')).toEqual([['p-a', 'First.']]);
  expect(readPage(page('zh-Hans'), 'en')).toEqual([]);
  expect(readPage(page('en')).map(([id]) => id)).toEqual(['p-a', 'p-b', 'p-c']);
});
