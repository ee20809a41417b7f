import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { unified } from '@astrojs/markdown-remark';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import rehypeSanitize from 'rehype-sanitize';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../../scripts/ingest/escape-markdown.ts';
import { seededRandom } from '../../../samples/random.ts';
import { readBody } from '../../../src/edition/texts/body.ts';
import { placesOf, readEdition, type Edition } from '../../../src/edition/read-edition.ts';
import { rehypeGlossaryTerms } from '../../../src/plugins/rehype-glossary-terms.ts';
import { rehypeNeutralAddresses } from '../../../src/plugins/rehype-neutral-addresses.ts';
import { rehypeParagraphIds } from '../../../src/plugins/rehype-paragraph-ids.ts';
import { rehypeRuleReferences } from '../../../src/plugins/rehype-rule-references.ts';
import { rehypeSections } from '../../../src/plugins/rehype-sections.ts';
import { rehypeWideBlocks } from '../../../src/plugins/rehype-wide-blocks.ts';
import { remarkText } from '../../../src/plugins/remark-text.ts';
import { textSchema } from '../../../src/plugins/text-schema.ts';
import { epubBook } from '../../../src/share/book/epub-book.ts';
import { makeEpub } from '../../../src/share/book/epub.ts';
import { papers } from '../../../src/share/pdf/book-model.ts';
import { pdfBook } from '../../../src/share/pdf/pdf-book.ts';
import { typesetPdf } from '../../../src/share/pdf/typeset.ts';
import { times } from '../../times.ts';

const edition = await readEdition(fileURLToPath(new URL('../../fixtures/decks/edition', import.meta.url)));
const root = { origin: 'https://rules.example.org', base: '/' };
const terms = [
  { term: '客户', en: 'customer', zh: '付钱的人。', gloss: 'Who pays.' },
  { term: '清单', en: 'list', zh: '一行一事。', gloss: 'A line a matter.' },
];
const squeezed = (text: string) => text.replace(/\s/g, '');
/** Without hyphens: the typesetter divides English words by them. */
const undivided = (text: string) => squeezed(text).replace(/[-\u2010\u00ad]/g, '');

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

const lines = randomLines(times(800));
const [rule] = edition.rules;
if (rule === undefined) throw new Error('The fixture has no rule.');
const book: Edition = {
  ...edition,
  rules: [{ data: rule.data, body: lines.map(escapeMarkdown).join('\n\n') }],
};
/** What paragraphs of a rule say, in markup. */
const paragraphsIn = (html: string, id: string) =>
  [...html.matchAll(new RegExp(`<p id="${id}[^>]*>(.*?)</p>`, 'gs'))].map(([, inner]) =>
    squeezed(toString(fromHtml(inner ?? '', { fragment: true }))),
  );

/** The page's text, by the plugins that the site is built with. */
async function pageOf(body: string): Promise<string> {
  const references = {
    places: placesOf(edition),
    references: edition.references ?? [],
    titles: [edition.names.title.zh],
  };
  const renderer = await unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: remarkText(),
    rehypePlugins: [
      rehypeParagraphIds,
      rehypeSections,
      rehypeWideBlocks,
      [rehypeRuleReferences, references],
      [rehypeGlossaryTerms, { terms }],
      rehypeNeutralAddresses,
      [rehypeSanitize, textSchema],
    ],
  }).createRenderer({ syntaxHighlight: false });
  return (await renderer.render(body)).code;
}

/** The text of an A5 book, without running heads, folios, and the printed page numbers in the margin. */
async function textBlocksOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  let text = '';
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent({ disableNormalization: true });
    for (const item of items) {
      if (!('str' in item)) continue;
      const above = item.transform[5] as number;
      if (above > 50 && above < 545 && item.height > 7) text += item.str;
    }
  }
  return undivided(text);
}

test('random lines are the same text on the page, in the body that decks and the PDF take, and in the EPUB', async () => {
  const body = book.rules[0]?.body ?? '';
  const expected = lines.map(squeezed);
  expect(readBody(body).map((block) => ('text' in block ? squeezed(block.text) : block.type))).toEqual(
    expected,
  );
  const page = await pageOf(body);
  expect(paragraphsIn(page, 'p-')).toEqual(expected);
  // Terms and mentions of rules are marked in them, and change no character.
  for (const mark of ['class="term"', 'href="/rules/01-01/"']) expect(page).toContain(mark);
  const files = unzipSync(makeEpub(epubBook(book, root, 'zh', terms)));
  const html = strFromU8(files['book/chapter-01.xhtml'] ?? new Uint8Array());
  expect(paragraphsIn(html, 'r01-01-p')).toEqual(expected);
});

test('and in the PDF, one after the other, with nothing between them', async () => {
  const whole = await textBlocksOf(await typesetPdf(pdfBook(book, root, papers.a5)));
  expect(whole).toContain(lines.map(undivided).join(''));
});
