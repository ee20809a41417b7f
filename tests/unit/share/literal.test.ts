import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { payloads } from '../../../samples/payloads.ts';
import { literal } from '../../../src/share/literal.ts';

const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown);

test('an address with signs that are escaped leads where it says', () => {
  const urls: string[] = [];
  visit(parse(literal('见 https://example.com/a_b 与 www.example.com/c~d 即可')), 'link', ({ url }) => {
    urls.push(url);
  });
  expect(urls).toEqual(['https://example.com/a_b', 'http://www.example.com/c~d']);
});

test('no text becomes markup or a link that acts, behind an address either', () => {
  for (const payload of [...payloads(300), 'https://example.com/<javascript:alert(1)>']) {
    const tree = parse(literal(payload));
    visit(tree, (node) => {
      expect(node.type, payload).not.toBe('html');
      if (node.type === 'link') expect(node.url, payload).toMatch(/^(?:https?|mailto):/);
    });
    expect(toString(tree).replace(/\s/g, ''), payload).toBe(payload.replace(/\s/g, ''));
  }
});

test('a paragraph of addresses that nothing divides is read once', () => {
  const long = 'http://'.repeat(150_000);
  expect(literal(long)).toBe(long);
  expect(literal(`${long}_`)).toBe(`${String.raw`http\://`.repeat(150_000)}${String.raw`\_`}`);
});
