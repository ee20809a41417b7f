import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startTags, valueOf } from '../../../src/lib/html/tags.ts';
import { escapeHtml } from '../../../src/lib/html/escape.ts';
import { times } from '../../times.ts';

const read = (html: string) =>
  startTags(html).map((tag) => [
    tag.name,
    ...tag.attributes.map((attribute) => [attribute.name, valueOf(attribute)]),
  ]);

/** The same, as a parser finds it. */
function parsed(html: string): unknown[] {
  const found: unknown[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node && node.sourceCodeLocation)
      found.push([node.tagName, ...node.attrs.map(({ name, value }) => [name, value])]);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
  return found;
}

test('finds tags with their attributes, quoted or not', () => {
  expect(read('<!doctype html><p id=a CLASS="b c" hidden title=\'d "e"\'>x</p><br/><img alt="">')).toEqual([
    ['p', ['id', 'a'], ['class', 'b c'], ['hidden', ''], ['title', 'd "e"']],
    ['br'],
    ['img', ['alt', '']],
  ]);
});

test.for([
  ['a quoted value', '<p title="<b>"></p>'],
  ['a comment', '<p title="<b>"></p><!-- <i> -- <i> -->'],
  ['a script', '<p title="<b>"></p><script>"<i>"</script>'],
])('a tag inside %s is none', ([, html = '']) => {
  expect(read(html).filter(([name]) => name !== 'script')).toEqual([['p', ['title', '<b>']]]);
});

test('says where a tag, an attribute and the text of a style stand', () => {
  const html = '<a b="c"><style>d</style>';
  const [link, style] = startTags(html);
  expect(html.slice(link?.start, link?.end)).toBe('<a b="c">');
  expect(html.slice(link?.attributes[0]?.start, link?.attributes[0]?.end)).toBe('b="c"');
  expect(html.slice(style?.text?.start, style?.text?.end)).toBe('d');
});

test.for(['<p', '<p title="', '<!-- ', '<script>', '<', 'a < b', '<p title=">', '</p'])(
  'comes to the end of what is cut off: %s',
  (html) => {
    expect(startTags(html).length).toBeLessThan(2);
  },
);

test('finds in made pages what a parser finds', () => {
  const text = fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', 'b', ' ', '客', '-', '!'),
  });
  const value = fc
    .tuple(fc.constantFrom('title', 'href', 'data-x'), text)
    .map(([name, content]) => `${name}="${escapeHtml(content)}"`);
  const unescaped = text.map(
    (content) =>
      `title="${content.replaceAll('"', '&quot;').replaceAll('&', '&amp;').replaceAll('&amp;quot;', '&quot;')}"`,
  );
  const attributes = fc.uniqueArray(fc.oneof(value, unescaped), {
    selector: (each) => each.split('=')[0],
    maxLength: 3,
  });
  const element = fc
    .tuple(fc.constantFrom('p', 'section', 'ul'), attributes, text)
    .map(([name, list, content]) => `<${[name, ...list].join(' ')}>${escapeHtml(content)}</${name}>`);
  const script = fc
    .string({ unit: fc.constantFrom('<', '>', 'p', '"', ' ', '=') })
    .map((code) => `<script>${code.replaceAll('<', '\\x3c')}</script>`);
  const page = fc
    .array(fc.oneof(element, script), { maxLength: 6 })
    .map((parts) => `<!doctype html><html><head></head><body>${parts.join('')}</body></html>`);
  fc.assert(
    fc.property(page, (html) => {
      expect(read(html)).toEqual(parsed(html));
    }),
    { numRuns: times(60) },
  );
});
