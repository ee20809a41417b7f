import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { decode, type Encoding } from '../text/decode.ts';
import { Extract } from '../extract/extract.ts';
import type { Metadata, Source } from '../extract/source.ts';
import { decodeHtml } from './decode-html.ts';
import { readDataAddress } from '../extract/data-address.ts';
import { StyleSheets } from './look.ts';
import { Notes } from './notes.ts';
import { PageReader } from './read-page.ts';

/** Read a web page that was saved to a file. Pictures count as inside it where they are written into it (`data:`). */
export function readHtml(bytes: Uint8Array, named?: Encoding): Source {
  const { text, encoding, damaged } = named ? decode(bytes, named) : decodeHtml(bytes);
  const tree = fromHtml(text);
  const extract = new Extract();
  const sheets = new StyleSheets();
  visit(tree, 'element', (element) => {
    if (element.tagName === 'style') sheets.add(toString(element));
  });
  const notes = new Notes();
  notes.find(tree, '', new Map(), extract);
  new PageReader({
    extract,
    sheets,
    notes,
    place: (element) => `line ${element?.position?.start.line ?? 1}`,
    picture: readDataAddress,
  }).read(tree);
  extract.metadata = readMetadata(tree);
  return { ...extract.finish('html'), encoding, damaged };
}

/** Metadata in a page's head. */
export function readMetadata(tree: Root): Metadata {
  const metadata: Metadata = {};
  const metas = new Map<string, string>();
  visit(tree, 'element', (element: Element) => {
    if (element.tagName === 'title' && metadata.title === undefined && toString(element).trim() !== '')
      metadata.title = toString(element).trim();
    if (element.tagName === 'html' && typeof element.properties['lang'] === 'string')
      metadata.language = element.properties['lang'];
    if (element.tagName === 'meta') {
      const content = String(element.properties['content'] ?? '').trim();
      if (content !== '') metas.set(String(element.properties['name'] ?? '').toLowerCase(), content);
    }
  });
  const creator = metas.get('author');
  const description = metas.get('description');
  return {
    ...metadata,
    ...(creator === undefined ? {} : { creators: [creator] }),
    ...(description === undefined ? {} : { description }),
  };
}
