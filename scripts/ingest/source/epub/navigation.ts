import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { resolve } from '../html/notes.ts';
import { elementsOf, localName, parseXml, textOf, type XmlElement } from '../archive/xml.ts';
import type { Zip } from '../archive/zip.ts';
import type { Package } from './package.ts';

/** A title in the navigation of a book. */
export interface Listed {
  title: string;
  level: number;
  /** Id of the element that it leads to; '' for the page as a whole. */
  fragment: string;
}

/** The titles of a book's navigation by the page that they lead to. A book without one has none. */
export function readNavigation(zip: Zip, book: Package): Map<string, Listed[]> {
  const byPage = new Map<string, Listed[]>();
  const add = (from: string, href: string, title: string, level: number): void => {
    const [file = '', fragment = ''] = href.split('#');
    const path = file === '' ? from : resolve(from, file);
    if (title.trim() === '') return;
    const listed = byPage.get(path) ?? [];
    byPage.set(path, listed);
    listed.push({ title: title.trim(), level: Math.min(level, 6), fragment });
  };
  const page = book.navigation === undefined ? undefined : zip.readText(book.navigation);
  if (book.navigation !== undefined && page !== undefined) readPage(fromHtml(page), book.navigation, add);
  const ncx = byPage.size > 0 || book.ncx === undefined ? undefined : zip.readText(book.ncx);
  if (book.ncx !== undefined && ncx !== undefined) readPoints(parseXml(ncx, book.ncx), book.ncx, add, 0);
  return byPage;
}

type Add = (from: string, href: string, title: string, level: number) => void;

function readPage(tree: Root, path: string, add: Add): void {
  visit(tree, 'element', (nav) => {
    if (nav.tagName !== 'nav') return;
    const type = String(
      nav.properties['epub:type'] ?? nav.properties['epubType'] ?? nav.properties['role'] ?? '',
    );
    if (/landmarks|page-list/.test(type)) return;
    readLinks(nav, path, add, 0);
  });
}

function readLinks(element: Element, path: string, add: Add, level: number): void {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'a')
      add(path, String(child.properties['href'] ?? ''), toString(child), Math.max(1, level));
    else readLinks(child, path, add, child.tagName === 'ol' ? level + 1 : level);
  }
}

function readPoints(element: XmlElement, path: string, add: Add, level: number): void {
  for (const child of elementsOf(element)) {
    if (localName(child) !== 'navPoint') {
      if (localName(child) === 'navMap') readPoints(child, path, add, level);
      continue;
    }
    const part = (name: string) => elementsOf(child).find((each) => localName(each) === name);
    add(path, part('content')?.attributes['src'] ?? '', textOf(part('navLabel')).trim(), level + 1);
    readPoints(child, path, add, level + 1);
  }
}
