import { expect, test } from 'vitest';
import { finishPage as finish } from '../../../src/integrations/late-modules/finish-page.ts';

const finishPage = (html: string) => finish(html, ['aaaaaaaa', 'bbbbbbbb', 'cccccccc']);
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>t</title>${head}</head><body>${body}</body></html>`;

test('takes the tags of modules away and leaves their addresses, and every other script', () => {
  const scripts =
    '<script>1</script><script type="module">2</script><script src="r.js" async></script><p></p>';
  const modules =
    '<script type="module" src="/b/_astro/x.1.js"></script><script type="module" src="/b/_astro/y.2.js"></script>';
  expect(finishPage(page(modules + scripts))).toBe(
    page(scripts).replace('<body>', '<body data-modules="/b/_astro/x.1.js /b/_astro/y.2.js">'),
  );
});

test('leaves a page without modules as it is', () => {
  expect(finishPage(page('<p></p>'))).toBe(page('<p></p>'));
});

test.for([
  '先倒水<body><img src=x onerror=alert(1)>',
  '</head><body onload=alert(1)>',
  '<script type="module" src="https://evil.example/x.js"></script>',
  '<style>[data-astro-cid-aaaaaaaa]</style>',
  '--><body>',
  '</noscript><img src=x onerror=alert(1)>',
])('a title of %s in an attribute stays one, and the modules go to the real body', (title) => {
  const html = page(
    `<p title='${title.replaceAll("'", '&#39;')}'></p><noscript><p title='${title.replaceAll("'", '')}'></p></noscript><script type="module" src="/x.js"></script>`,
    `<meta name="description" content="${title.replaceAll('"', '&quot;')}">`,
  );
  const finished = finishPage(html);
  expect(finished.match(/<(?:body|img|style|script)\b[^>]*>/g)).toEqual(['<body data-modules="/x.js">']);
  expect(finished.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')).toContain(
    `content="${title}"`,
  );
});

test('gives a scope of styles its number, in styles and on elements, on this page and any other', () => {
  const scoped = page(
    '<p data-astro-cid-aaaaaaaa data-id="x">',
    '<style>p[data-astro-cid-aaaaaaaa]{}</style>',
  );
  expect(finishPage(scoped)).toBe(page('<p data-10 data-id="x">', '<style>p[data-10]{}</style>'));
  const styles = '<style>i[data-astro-cid-bbbbbbbb],p[data-astro-cid-aaaaaaaa]{}</style>';
  const next = finishPage(page('<i data-astro-cid-bbbbbbbb></i><p data-astro-cid-aaaaaaaa></p>', styles));
  expect(next).toBe(
    page(
      '<i data-11></i><p data-10></p>',
      styles.replace(/astro-cid-b+/, '11').replace(/astro-cid-a+/, '10'),
    ),
  );
});

test.for([
  ['a style for its tag', 'p[$]{}', true],
  ['a style for its class', '.a[$]{}', true],
  ['a style for both its classes', 'x{}p.b.a[$]:hover{}', true],
  ['a style for any element', '[$]{}', true],
  ['a style for something else that its selector asks', ':first-child[$]{}', true],
  ['a style for a state of its own', '[aria-pressed=true][$]{}', true],
  ['a style within another selector', ':is(i,p[$]){}', true],
  ['a style for another class of its tag', 'p.c[$]{}', false],
  ['a style for another tag', 'x+pre[$]>i{}', false],
  ['a style for a class that begins like its own', '.a-b[$]{}', false],
  ['no style at all', 'p{}', false],
] as const)('an element with %s keeps its scope only if that can be for it', ([, style, keeps]) => {
  const css = `<style>${style.replace('$', 'data-astro-cid-aaaaaaaa')}</style>`;
  const finished = finishPage(page('<p class="a b" data-astro-cid-aaaaaaaa data-id="x">', css));
  expect(/<p[^>]*>/.exec(finished)?.[0]).toBe(
    keeps ? '<p class="a b" data-10 data-id="x">' : '<p class="a b" data-id="x">',
  );
});

test('leaves a scope that is not listed its name', () => {
  const scoped = page('<p data-astro-cid-dddddddd>', '<style>p[data-astro-cid-dddddddd]{}</style>');
  expect(finishPage(scoped)).toBe(scoped);
});

test('leaves what a page says as it is', () => {
  const said = page(
    '<p data-astro-cid-cccccccc>data-astro-cid-cccccccc &lt;body&gt;</p>',
    '<style>[data-astro-cid-cccccccc]{}</style>',
  );
  expect(finishPage(said)).toMatch(/<p data-12>data-astro-cid-cccccccc &lt;body&gt;<\/p>/);
});
