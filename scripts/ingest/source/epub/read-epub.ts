import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { Extract } from '../extract/extract.ts';
import { StyleSheets } from '../html/look.ts';
import { Notes, resolve } from '../html/notes.ts';
import { PageReader } from '../html/read-page.ts';
import { readDataAddress } from '../extract/data-address.ts';
import type { Source } from '../extract/source.ts';
import { Zip } from '../archive/zip.ts';
import { readNavigation } from './navigation.ts';
import { openPackage } from './package.ts';
import { listedElements, unprintedTitles } from './page-titles.ts';

/** Elements that HTML closes by an end tag only, and XHTML also by a slash. */
const selfClosed =
  /<(?!area\b|base\b|br\b|col\b|embed\b|hr\b|img\b|input\b|link\b|meta\b|source\b|track\b|wbr\b|image\b|path\b|use\b|rect\b)([a-zA-Z][\w:-]*)((?:\s[^<>]*?)?)\/>/g;

/** A document type with declarations of its own, which HTML doesn't know: it would show their end. */
const declarations = /^[^<]*(?:<\?[^<>]*>\s*)?<!DOCTYPE[^<>[]*\[[^\]]*\]\s*>/i;

/**
 * Read an EPUB: the pages of its spine in their order. Titles of its navigation are headings where they lead.
 * @throws InputError if it is damaged, encrypted or has no text
 */
export function readEpub(bytes: Uint8Array): Source {
  const zip = new Zip(bytes);
  const book = openPackage(zip);
  const extract = new Extract();
  extract.metadata = book.metadata;
  const sheets = new StyleSheets();
  for (const path of book.styles) sheets.add(zip.readText(path) ?? '');
  const navigation = readNavigation(zip, book);
  const pages = new Map<string, Root>();
  for (const path of book.spine) {
    if (path === book.navigation) continue;
    const text = zip.readText(path);
    if (text === undefined) extract.leave('pages that are not in the file', path);
    else pages.set(path, fromHtml(text.replace(declarations, '').replace(selfClosed, '<$1$2></$1>')));
  }
  const notes = new Notes();
  for (const [path, tree] of pages) notes.find(tree, path, pages, extract);
  for (const [path, tree] of pages) {
    const inside = paragraphNumbers(tree);
    const entries = navigation.get(path) ?? [];
    const listed = listedElements(tree, entries);
    for (const { title, level } of unprintedTitles(tree, entries))
      extract.add({ kind: 'heading', level, parts: [title], place: `${path}, in the navigation` });
    visit(tree, 'element', (element) => {
      if (element.tagName === 'style') sheets.add(toString(element));
    });
    new PageReader({
      extract,
      sheets,
      notes,
      place: (element) => `${path}, paragraph ${(element && inside.get(element)) ?? 1}`,
      picture: (source) => readDataAddress(source) ?? zip.read(resolve(path, source)),
      listed: (element, text) => listed(element, text),
    }).read(tree);
  }
  return extract.finish('epub');
}

/** Blocks of a page, numbered as their reader would count them. */
function paragraphNumbers(tree: Root): Map<Element, number> {
  const numbers = new Map<Element, number>();
  let count = 0;
  visit(tree, 'element', (element) => {
    if (/^(?:p|h[1-6]|li|tr|pre|dt|dd|figcaption)$/.test(element.tagName)) count += 1;
    numbers.set(element, Math.max(1, count));
  });
  return numbers;
}
