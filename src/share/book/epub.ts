import { strToU8, zipSync, type Zippable } from 'fflate';
import type { BookNames } from '../../edition/book-names.ts';
import type { BookLanguage } from '../../schemas/book.ts';
import { absolute, type SiteRoot } from '../../lib/addresses.ts';
import { escapeHtml } from '../../lib/html.ts';
import type { Section } from './sections.ts';
import { bookStyle } from './style.ts';
import { titlePage } from './title-page.ts';

/** The moment that the files in the archive bear, so that the same book makes the same bytes. */
const epoch = new Date('2020-01-01T00:00:00Z');

const page = (title: string, body: string, language: BookLanguage) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><title>${escapeHtml(title)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>${body}</body>
</html>
`;

/** The table of contents, three levels deep at most. */
function navigation(sections: readonly Section[], language: BookLanguage): string {
  const contents = language === 'zh-Hant' ? '目錄' : '目录';
  const items = sections.map(({ id, title, places }) => {
    const inner = places
      .map((place) => `<li><a href="${id}.xhtml#${place.id}">${escapeHtml(place.title)}</a></li>`)
      .join('');
    return `<li><a href="${id}.xhtml">${escapeHtml(title)}</a>${inner === '' ? '' : `<ol>${inner}</ol>`}</li>`;
  });
  return page(
    contents,
    `<nav epub:type="toc" id="toc"><h1>${contents}</h1><ol>${items.join('\n')}</ol></nav>`,
    language,
  );
}

/** Facts of the book as Dublin Core has them. */
function metadata({ name, description, authors, publisher, year, isbn, rights }: BookNames): string {
  return [
    `<dc:title>${escapeHtml(name.zh)}</dc:title>`,
    ...authors.map(({ zh }) => `<dc:creator>${escapeHtml(zh)}</dc:creator>`),
    ...(publisher ? [`<dc:publisher>${escapeHtml(publisher.zh)}</dc:publisher>`] : []),
    ...(year === undefined ? [] : [`<dc:date>${String(year)}</dc:date>`]),
    ...(isbn === undefined
      ? []
      : [`<dc:identifier>urn:isbn:${escapeHtml(isbn.replace(/[^\dXx]/g, ''))}</dc:identifier>`]),
    `<dc:description>${escapeHtml(description.zh)}</dc:description>`,
    ...(rights ? [`<dc:rights>${escapeHtml(rights.zh)}</dc:rights>`] : []),
  ].join('\n');
}

function packageDocument(sections: readonly Section[], names: BookNames, root: SiteRoot): string {
  const parts = ['title', ...sections.map(({ id }) => id)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${names.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeHtml(absolute(root, ''))}</dc:identifier>
${metadata(names)}
<dc:language>${names.language}</dc:language>
<dc:source>${escapeHtml(absolute(root, ''))}</dc:source>
<meta property="dcterms:modified">${epoch.toISOString().replace('.000', '')}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="book.css" media-type="text/css"/>
${parts.map((id) => `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`).join('\n')}
</manifest>
<spine>
<itemref idref="title"/>
<itemref idref="nav"/>
${sections.map(({ id }) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** Make an EPUB 3.3 book: a file a section, a table of contents, links to the permanent addresses. */
export function makeEpub(sections: readonly Section[], names: BookNames, root: SiteRoot): Uint8Array {
  const files: Record<string, string> = {
    'META-INF/container.xml': container,
    'book/package.opf': packageDocument(sections, names, root),
    'book/nav.xhtml': navigation(sections, names.language),
    'book/book.css': bookStyle,
    'book/title.xhtml': page(names.name.zh, titlePage(names), names.language),
    ...Object.fromEntries(
      sections.map(({ id, title: name, xhtml }) => [`book/${id}.xhtml`, page(name, xhtml, names.language)]),
    ),
  };
  const archive: Zippable = {
    // Readers tell an EPUB by its first file, which is stored as it is.
    mimetype: [strToU8('application/epub+zip'), { level: 0, mtime: epoch }],
  };
  for (const [name, content] of Object.entries(files))
    archive[name] = [strToU8(content), { level: 9, mtime: epoch }];
  return zipSync(archive);
}
