import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { renderWithIds } from './render.ts';

/** Hostile parts of hand-edited Markdown; none of them may become an element that runs, loads or sends. */
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '文<svg onload=alert(1)>文',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<style>*{background:url(https://evil.example)}</style>',
  '<form action="https://evil.example"><input name=q></form>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '[x](javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox)',
  '[x](file:///etc/passwd)',
  '<javascript:alert(1)>',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '![x](https://evil.example/pixel.gif)',
  '![x](//evil.example/pixel.gif)',
  String.raw`![x](\\evil.example/pixel.gif)`,
  '![x](/&#9;/evil.example/pixel.gif)',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![x][y]\n\n[y]: https://evil.example/p.png',
  '![" onerror="alert(1)](x)',
  '[" onclick="alert(1)](https://example.org)',
  ':::block{label="自查" onclick="alert(1)" style="x"}\n\n- □ 一\n\n:::',
  ':::block{label="<img src=x onerror=alert(1)>"}\n\n文\n\n:::',
  '::case{id="01-01-1" onclick="alert(1)"}',
  ':button[x]{onclick=alert(1)}',
  '::iframe{src="https://evil.example"}',
  '```html onload=alert(1)\n<script>alert(1)</script>\n```',
  '`<script>alert(1)</script>`',
  '## <img src=x onerror=alert(1)>',
  '> <script>alert(1)</script>',
  '- <script>alert(1)</script>',
];

const allowed = new Set(
  'html head body p a em strong code pre h1 h2 h3 h4 h5 h6 ul ol li blockquote hr br img section input span case-slot'.split(
    ' ',
  ),
);

describe('hand-edited Markdown', () => {
  test.for(hostile)('%s runs nothing, loads nothing, and is shown', async (markdown) => {
    const tree = fromHtml(await renderWithIds(markdown));
    visit(tree, 'element', ({ tagName, properties }) => {
      expect(allowed).toContain(tagName);
      for (const name of Object.keys(properties)) expect(name).not.toMatch(/^on|^style$|^srcDoc$/);
      if (properties.href !== undefined)
        expect(String(properties.href)).toMatch(/^(?:https?:|mailto:|[./#])/);
      if (tagName === 'img') expect(String(properties.src)).not.toMatch(/^[a-z]+:|^[\\/]{2}|[\t\n]/i);
    });
    const alternatives: unknown[] = [];
    visit(
      tree,
      'element',
      ({ properties }) => void alternatives.push(properties.alt ?? properties.dataId ?? ''),
    );
    expect((toString(tree) + alternatives.join('')).trim()).not.toBe('');
  });

  test('keeps what a text may have: links to the web, the book and an address, and pictures of the site', async () => {
    expect(
      await renderWithIds(
        '[网](https://example.org) [文](../01-01/) [信](mailto:a@example.org) ![图](pic.png)',
      ),
    ).toMatch(
      /<a href="https:\/\/example\.org">网<\/a> <a href="\.\.\/01-01\/">文<\/a> <a href="mailto:a@example\.org">信<\/a> <img src="pic\.png" alt="图">/,
    );
  });
});
