import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../../scripts/ingest/language/escape.ts';
import { seededRandom } from '../../../samples/random.ts';
import { readBody } from '../../../src/edition/body.ts';
import { readEdition, type Edition } from '../../../src/edition/read-edition.ts';
import { epubBook } from '../../../src/share/book/epub-book.ts';
import { makeEpub } from '../../../src/share/book/epub.ts';
import { papers, pdfBook } from '../../../src/share/pdf/pdf-book.ts';
import { typesetPdf } from '../../../src/share/pdf/typeset.ts';
import { times } from '../../times.ts';

const edition = await readEdition(fileURLToPath(new URL('../../fixtures/decks/edition', import.meta.url)));
const root = { origin: 'https://rules.example.org', base: '/' };
const squeezed = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** Pieces that mean something in Markdown, directives, HTML or Typst, among words of both languages. */
const pieces = [
  ...['客户', '验收', '清单', '第1章', '法则1.1', '经理', '“报价”', '，', '。', '：', '（注）', '《书》'],
  ...[
    'rule',
    'list',
    '010',
    '1.',
    '2)',
    '3.5%',
    'a_b',
    'x*y',
    '#',
    '>',
    '+',
    '-',
    '|',
    '~',
    '\\',
    '`',
    '$',
    '@',
  ],
  ...[
    ':',
    '::',
    ':::',
    ':\t',
    ':note',
    '[a]',
    '{b=c}',
    '<b>',
    '&amp;',
    '<!-- x -->',
    '![p](q)',
    '[^1]',
    '□',
    '***',
    '_',
  ],
];

/** As many made-up lines as asked for, each starting with its number so that none is a block of its own. */
function randomLines(count: number): string[] {
  const random = seededRandom(20260727);
  return Array.from({ length: count }, (_, index) => {
    const words = Array.from({ length: 3 + random.below(9) }, () => random.pick(pieces));
    return `句${String(index + 1)}${random.chance(0.5) ? ' ' : ''}${words.join(random.chance(0.3) ? ' ' : '')}`.trim();
  });
}

const lines = randomLines(times(500));
const [rule] = edition.rules;
if (rule === undefined) throw new Error('The fixture has no rule.');
const book: Edition = {
  ...edition,
  rules: [{ data: rule.data, body: lines.map(escapeMarkdown).join('\n\n') }],
};

test('random lines are the same text in the body that decks and the PDF take, and in the EPUB', () => {
  const blocks = readBody(book.rules[0]?.body ?? '');
  expect(blocks.map((block) => ('text' in block ? squeezed(block.text) : block.type))).toEqual(
    lines.map(squeezed),
  );
  const files = unzipSync(makeEpub(epubBook(book, root, 'zh')));
  const html = strFromU8(files['book/chapter-01.xhtml'] ?? new Uint8Array());
  const said = [...html.matchAll(/<p id="r01-01-p[^>]*>(.*?)<\/p>/gs)].map(([, inner]) =>
    squeezed(toString(fromHtml(inner ?? '', { fragment: true }))),
  );
  expect(said).toEqual(lines.map(squeezed));
});

test('and in the PDF', async () => {
  const pdf = await typesetPdf(pdfBook(book, root, papers.a5));
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true });
  const whole = squeezed(text);
  // A line that runs over a page has a running head or a folio in it; its beginning and end are looked for.
  const missing = lines.map(squeezed).filter((line) => !whole.includes(line));
  const cut = missing.filter((line) => whole.includes(line.slice(0, 6)) || whole.includes(line.slice(-6)));
  expect(missing.length - cut.length).toBe(0);
  expect(missing.length / lines.length, missing.slice(0, 5).join('\n')).toBeLessThan(0.04);
});
