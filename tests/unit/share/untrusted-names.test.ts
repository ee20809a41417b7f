import { strFromU8, unzipSync } from 'fflate';
import { h } from 'hastscript';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { epubText, picturesIn, toXhtml } from '../../../src/share/book/epub-text.ts';
import { makePptx } from '../../../src/share/slides/pptx.ts';
import type { Slide } from '../../../src/share/slides/slide.ts';

const hostile = '"A & B" <script>alert(1)</script>';

const slide: Slide = {
  variant: 'zh',
  number: '1.1',
  context: hostile,
  title: hostile,
  subtitle: hostile,
  points: [hostile],
  checks: { heading: hostile, items: [hostile], mark: '□' },
  aside: { label: hostile, title: hostile, text: hostile },
  notes: [hostile],
  link: 'https://rules.example.org/r/k7mq2/',
  book: hostile,
};

/** Text of an XML document, which has to be well formed. */
function textOf(xml: string): string {
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.write(xml).close();
  return text;
}

test('a deck of a book whose name is markup is well formed in every part', async () => {
  const parts = unzipSync(await makePptx([slide], hostile));
  for (const [name, bytes] of Object.entries(parts))
    if (/\.(?:xml|rels)$/.test(name)) textOf(strFromU8(bytes));
  expect(textOf(strFromU8(parts['docProps/app.xml'] ?? new Uint8Array()))).toContain(hostile);
});

test('markup in a caption is text in XHTML, in attributes too', () => {
  const xhtml = toXhtml([h('p', [h('img', { src: 'a.png', alt: hostile }), hostile])]);
  expect(textOf(xhtml)).toBe(hostile);
  expect(xhtml).not.toContain('<script');
});

test('a picture that is none of the book’s is its words in an EPUB, and no file is read for it', () => {
  const own = '/pictures/0123456789abcdef-20x20.png';
  const tree = h(null, [
    h('img', { src: 'x%22onerror=%22alert(1)', alt: '点' }),
    h('img', { src: '../../package.json', alt: '外' }),
    h('img', { src: own, alt: '图' }),
  ]);
  const nodes = epubText(tree, {
    prefix: 'r01-01',
    chapters: new Set(),
    rules: new Set(),
    deeper: 0,
    told: () => [],
  } as never) as Parameters<typeof toXhtml>[0];
  expect(picturesIn(nodes)).toEqual(['0123456789abcdef-20x20.png']);
  expect(toXhtml(nodes)).toMatch(/^点外<img src="pictures\/0123456789abcdef-20x20\.png"/);
});
