import { describe, expect, test } from 'vitest';
import { plainMarkdown } from '../../../scripts/ingest/source/markdown/dialects.ts';
import { readMarkdown } from '../../../scripts/ingest/source/markdown/read-markdown.ts';

const plain = (...lines: string[]): string[] => plainMarkdown(lines).lines;

/** The lines of text that Markdown has for readers. */
const shown = (text: string): string[] =>
  readMarkdown(text)
    .lines.map(({ text: line }) => line)
    .filter((line) => line !== '');

describe('what websites’ generators add to Markdown', () => {
  test('addresses made of names are links, and attributes are no text', () => {
    expect(shown('见[会议规矩]({{ site.base }}/{{ page.lang }}/meet.html){:target="_blank"}。')).toEqual([
      '见会议规矩。',
    ]);
    expect(shown('# 开门 {: .top #door}\n\n[下一步](next.md){: .btn#go}')).toEqual(['开门', '下一步']);
  });

  test('tags are no text, and the report names them', () => {
    const { lines, tags } = plainMarkdown(['{% include top.html %}', '先敲门。{{< tip "轻" >}}再推。']);
    expect(lines).toEqual(['', '先敲门。再推。']);
    expect(tags.map(({ line, text }) => `${line} ${text}`)).toEqual([
      '1 {% include top.html %}',
      '2 {{< tip "轻" >}}',
    ]);
  });

  test('code stays as it is', () => {
    const code = ['```', '{% raw %} [[页]] {: .a}', '```', '写成 `{{ name }}` 或 `[[页]]`。'];
    expect(plain(...code)).toEqual(code);
  });

  test('braces and brackets of the text stay', () => {
    const text = ['集合 {1, 2} 与 [注1]。', '[[1]](#one) [[toc]]', '{: 见下文 }'];
    expect(plain(...text)).toEqual(text);
  });
});

describe('what note-taking programs add to Markdown', () => {
  test('a link by a page’s name shows its words', () => {
    expect(plain('先看[[交接班]]，再看[[盘点#夜班|夜里的盘点]]。')).toEqual(['先看交接班，再看夜里的盘点。']);
  });

  test('a picture by its name is one', () => {
    expect(plain('![[泵房 一.png|300]]')).toEqual(['![](<泵房 一.png>)']);
  });

  test('the kind of a callout is no text of its quotation', () => {
    expect(plain('> [!warning]- 先断电', '> 再开盖。')).toEqual(['> 先断电', '> 再开盖。']);
  });
});

test('items that are set in by other spaces lie inside the item above', () => {
  expect(plain('* 先看表', '\u00a0 \u00a0* 再记数', '*\u00a0关灯')).toEqual([
    '* 先看表',
    '   * 再记数',
    '* 关灯',
  ]);
  expect(plain('先看表：', '\u00a0\u00a0\u00a0\u00a0- 水表')).toEqual(['先看表：', '- 水表']);
});
