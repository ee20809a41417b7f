import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { must } from '../../src/lib/must.ts';
import { remember } from '../../src/lib/remember.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { handbookSchema } from '../../src/share/files/handbook-schema.ts';

const { distDir } = siteEnvironment();
const read = (path: string) => readFileSync(join(distDir, path));
const handbook = handbookSchema.parse(JSON.parse(read('handbook.json').toString()));
const squeezed = (text: string) => text.replace(/\s/g, '');
/** As labels over cases are compared: a page begins each of its facts with a capital. */
const lowered = (text: string) => squeezed(text).toLowerCase();
/** Without hyphens: the typesetter divides English words by them. */
const undivided = (text: string) => squeezed(text).replace(/[-\u2010\u00ad]/g, '');

const hasClass = ({ properties: { className } }: Element, name: string) =>
  Array.isArray(className) && className.includes(name);

/** The words of a text but for what elements of a class say. */
const wordsWithout = (node: Nodes, name: string): string => {
  if (node.type === 'element' && hasClass(node, name)) return '';
  return 'children' in node
    ? node.children.map((child) => wordsWithout(child, name)).join('')
    : toString(node);
};

function elements(tree: Nodes, holds: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (holds(element)) found.push(element);
  });
  return found;
}

/** The running text of a page. */
const proseIn = remember((path) => {
  // Ahead of it there are menus and lists, whose reading would take longer than its own.
  const html = read(path).toString();
  return must(
    elements(fromHtml(html.slice(html.indexOf('<main'))), (element) => hasClass(element, 'prose'))[0],
  );
});

/** The running text of a rule’s page, with the cases told in it. */
const proseOf = (rule: string, tree: string): Element => proseIn(`${tree}rules/${rule}/index.html`);

/** Rules and cases in an EPUB, by their ids. */
function sectionsOf(name: string): Map<unknown, Element> {
  const files = unzipSync(read(`downloads/${name}.epub`), {
    filter: (file) => file.name.endsWith('.xhtml'),
  });
  return new Map(
    Object.values(files)
      .flatMap((file) => elements(fromHtml(strFromU8(file)), ({ tagName }) => tagName === 'section'))
      .map((section) => [section.properties['id'], section]),
  );
}

const languages = [
  ['zh', '', 'handbook'],
  ['en', 'en/', 'handbook-en'],
] as const;

describe.each(languages)('rule for rule, in %s,', (language, tree, name) => {
  test('the EPUB says what the pages say, labels of cases included, and no more than titles and the address beside it', () => {
    const sections = sectionsOf(name);
    for (const { id, number, title, url } of handbook.rules) {
      const says = lowered(toString(must(sections.get(`rule-${id}`))));
      const titles = language === 'zh' ? [title.zh, title.en ?? ''] : [title.en ?? title.zh];
      const address = language === 'zh' ? url : url.replace('/r/', '/en/r/');
      const expected = [number, ...titles, toString(proseOf(id, tree)), address].map(lowered).join('');
      expect(says, id).toBe(expected);
    }
  });

  test('the PDF says it in the same order', async () => {
    const document = await getDocumentProxy(Uint8Array.from(read(`downloads/${name}.pdf`)));
    let whole = '';
    for (let page = 1; page <= document.numPages; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent({ disableNormalization: true });
      for (const item of items) {
        if (!('str' in item)) continue;
        const above = item.transform[5] as number;
        // Without running heads, folios, and the printed page numbers in the margin.
        if (above > 50 && above < 545 && item.height > 7) whole += item.str;
      }
    }
    whole = undivided(whole);
    let from = 0;
    for (const { id } of handbook.rules) {
      const isPassage = ({ properties }: Element) => String(properties['id']).startsWith('p-');
      for (const passage of elements(proseOf(id, tree), isPassage)) {
        const text = undivided(toString(passage));
        // What the typesetter draws as a letter and its accent, this reader of PDFs takes for two letters.
        if (/[\u0100-\u024f]/.test(text)) continue;
        const at = whole.indexOf(text, from);
        expect(at, `${id}: ${text.slice(0, 40)}`).toBeGreaterThanOrEqual(0);
        from = at + text.length;
      }
    }
  });
});

test('rule for rule, the EPUB in both languages says what the pages of both say', () => {
  const sections = sectionsOf('handbook-bilingual');
  for (const { id, number, title, url } of handbook.rules) {
    const section = must(sections.get(`rule-${id}`));
    const chinese = [number, title.zh, toString(proseOf(id, '')), url].map(squeezed).join('');
    expect(squeezed(wordsWithout(section, 'english')), id).toBe(chinese);
    const english = elements(section, (element) => hasClass(element, 'english'))
      .map(toString)
      .join('');
    const expected = (title.en ?? '') + wordsWithout(proseOf(id, 'en/'), 'label');
    expect(squeezed(english), id).toBe(squeezed(expected));
  }
});
