import { expect, test } from 'vitest';
import { rehypeSections } from '../../../src/plugins/rehype-sections.ts';
import { render } from './render.ts';

/** Tag, id and words of each heading. */
async function headings(markdown: string) {
  const html = await render(markdown, [rehypeSections]);
  return [...html.matchAll(/<(h\d) id="([^"]+)">(.*?)<\/h\d>/g)].map(([, tag, id, text]) => ({
    tag,
    id,
    text,
  }));
}

test('makes sections second headings and those inside them third ones', async () => {
  const found = await headings('### 2.1.1 问\n\n#### 先问人数\n\n### 2.1.2 记');
  expect(found.map(({ tag, text }) => [tag, text])).toEqual([
    ['h2', '2.1.1 问'],
    ['h3', '先问人数'],
    ['h2', '2.1.2 记'],
  ]);
});

test('makes ids of the words, so that what comes before a section leaves its id as it is', async () => {
  const [first, second] = await headings('### 问\n\n### 问');
  expect(first?.id).toMatch(/^s-[a-z0-9]+$/);
  expect(second?.id).toBe(`${first?.id ?? ''}-2`);
  expect((await headings('### 记\n\n### 问'))[1]?.id).toBe(first?.id);
});

test('leaves no first heading beside the page’s title, and the headings of labelled blocks as they are', async () => {
  const found = await headings('# 大\n\n:::block{label="自查"}\n\n- □ 有吗？\n\n:::');
  expect(found.map(({ tag, text }) => [tag, text])).toEqual([
    ['h2', '大'],
    ['h2', '自查'],
  ]);
  expect(found[1]?.id).toBe('check');
});
