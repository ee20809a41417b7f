import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../scripts/ingest/escape-markdown.ts';
import { printFrontmatter } from '../../../scripts/ingest/write/frontmatter.ts';
import { render } from '../plugins/render.ts';
import { must } from '../../../src/lib/must.ts';

/** Pieces that Markdown, HTML, directives or YAML give a meaning to, and plain text between them. */
const pieces = fc.array(
  fc.constantFrom(
    ...[
      '客户',
      '文字',
      'a',
      '1',
      ' ',
      '：',
      '“',
      '#',
      '- ',
      '+ ',
      '* ',
      '**',
      '_',
      '`',
      '```',
      '~~~',
      '> ',
      '|',
      '1. ',
      '2) ',
    ],
    ...[
      '---',
      '===',
      '![图](javascript:alert(1))',
      '[链接](file:///etc/passwd)',
      '<b>',
      '</div>',
      '<script>alert(1)</script>',
    ],
    ...[
      '<!-- x -->',
      '&amp;',
      '&#60;',
      '&',
      '\\',
      '\\*',
      ':',
      '::',
      ':::',
      ':name',
      ':名{a=1}',
      '::case{id="01-01-1"}',
    ],
    ...[
      '{{price}}',
      '$(id)',
      'https://example.com',
      'www.example.com',
      'a@b.cn',
      '[^1]',
      '[x]: y',
      '\u3000',
      '<https://a.cn>',
    ],
  ),
  { minLength: 1, maxLength: 8 },
);

/** Text of rendered HTML. */
function textOf(html: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|([a-z]+));/gi, (_, code: string | undefined, name: string) =>
      code === undefined ? must(named[name]) : String.fromCodePoint(parseInt(code, 16)),
    );
}

describe('escapeMarkdown', () => {
  test('renders as one paragraph of the very text, whatever it looks like', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const text = parts.join('').trim();
        fc.pre(text !== '');
        const html = await render(escapeMarkdown(text));
        expect(html.match(/<[a-z][^>]*>/g)).toEqual(['<p>']);
        expect(textOf(html).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
      }),
      { numRuns: 300 },
    );
  });

  test('leaves ordinary text without escapes', () => {
    const text = '2006年11月，运营商E（友商）说：“5年，100%——A/B 两家!”第3条、1.5小时。';
    expect(escapeMarkdown(text)).toBe(text);
  });
});

describe('printFrontmatter', () => {
  test('reads back as what it was made from', () => {
    const scalar = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null));
    const data = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.oneof(scalar, fc.array(scalar), fc.dictionary(fc.constantFrom('zh', 'en'), scalar, { minKeys: 1 })),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(data, (values) => {
        expect(parse(printFrontmatter(values))).toEqual(values);
      }),
    );
  });

  test('keeps titles that imitate YAML as they are', () => {
    const title = { zh: '"; DROP: [a, b # 规则\u2028---\n' };
    expect(parse(printFrontmatter({ title }))).toEqual({ title });
  });
});
