import { readFileSync } from 'node:fs';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { escapeHtml } from '../../lib/html/escape.ts';
import { packedAt } from '../zip-time.ts';
import type { EpubBook } from './epub-book.ts';
import { navigation } from './navigation.ts';
import { ncx } from './ncx.ts';
import { packageDocument } from './package-document.ts';
import { bookStyle } from './style.ts';

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

const roles = {
  front: 'frontmatter',
  chapter: 'bodymatter',
  back: 'backmatter',
  glossary: 'backmatter',
};

/** Make an EPUB 3.3 book: a file a section, a table of contents, a list of printed pages, links to the permanent addresses. */
export function makeEpub(book: EpubBook): Uint8Array {
  const language = book.languages[0] ?? 'en';
  const page = (title: string, body: string, type = '') => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><title>${escapeHtml(title)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body${type === '' ? '' : ` epub:type="${type}"`}>${body}</body>
</html>
`;
  const files: Record<string, string> = {
    'META-INF/container.xml': container,
    'book/package.opf': packageDocument(book),
    'book/nav.xhtml': page(book.words.contents, navigation(book)),
    'book/toc.ncx': ncx(book),
    'book/book.css': bookStyle,
    'book/title.xhtml': page(book.title, book.titlePage),
    ...Object.fromEntries(
      book.sections.map(({ id, kind, title, xhtml }) => [
        `book/${id}.xhtml`,
        page(title, xhtml, roles[kind]),
      ]),
    ),
  };
  const archive: Zippable = {
    // Readers tell an EPUB by its first file, which is stored as it is.
    mimetype: [strToU8('application/epub+zip'), { level: 0, mtime: packedAt() }],
  };
  for (const [name, content] of Object.entries(files))
    archive[name] = [strToU8(content), { level: 9, mtime: packedAt() }];
  for (const { name, path } of book.pictures)
    archive[`book/pictures/${name}`] = [readFileSync(path), { level: 0, mtime: packedAt() }];
  return zipSync(archive);
}
