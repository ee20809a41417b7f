import { escapeHtml } from '../../lib/html/escape.ts';
import type { EpubBook } from './epub-book.ts';

/** The book's date of change: always the same, so that the same book makes the same bytes. */
const modified = '2020-01-01T00:00:00Z';

const element = (name: string, value: string | number | undefined, attributes = '') =>
  value === undefined ? [] : [`<${name}${attributes}>${escapeHtml(String(value))}</${name}>`];

/** What the book is, as Dublin Core has it. */
function described(book: EpubBook): string[] {
  return [
    ...element('dc:identifier', book.identifier, ' id="id"'),
    ...element('dc:title', book.title),
    ...book.creators.flatMap((creator) => element('dc:creator', creator)),
    ...element('dc:publisher', book.publisher),
    ...element('dc:date', book.year),
    ...element(
      'dc:identifier',
      book.isbn === undefined ? undefined : `urn:isbn:${book.isbn.replace(/[^\dXx]/g, '')}`,
    ),
    ...element('dc:description', book.description),
    ...element('dc:rights', book.rights),
    ...book.languages.flatMap((language) => element('dc:language', language)),
    ...element('dc:source', book.source),
    `<meta property="dcterms:modified">${modified}</meta>`,
  ];
}

/** What readers with a screen reader, large type or a printed copy can expect. */
function accessible({ printed, pictures, words }: EpubBook): string[] {
  const has = (property: string, value: string) => element('meta', value, ` property="schema:${property}"`);
  const features = [
    'tableOfContents',
    'readingOrder',
    'structuralNavigation',
    'displayTransformability',
    ...(printed === undefined ? [] : ['pageBreakMarkers', 'pageNavigation']),
  ];
  return [
    ...has('accessMode', 'textual'),
    ...(pictures.length === 0 ? has('accessModeSufficient', 'textual') : has('accessMode', 'visual')),
    ...features.flatMap((feature) => has('accessibilityFeature', feature)),
    ...has('accessibilityHazard', 'none'),
    ...has('accessibilitySummary', words.accessible),
    ...element('meta', printed, ' property="pageBreakSource"'),
  ];
}

/** `package.opf`: what the book is, what it consists of, and in which order it is read. */
export function packageDocument(book: EpubBook): string {
  const parts = ['title', ...book.sections.map(({ id }) => id)];
  const pictures = book.pictures.map(
    ({ name }, index) =>
      `<item id="picture-${String(index + 1)}" href="pictures/${name}" media-type="image/${name.endsWith('.png') ? 'png' : 'jpeg'}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${book.languages[0] ?? 'en'}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${[...described(book), ...accessible(book)].join('\n')}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="style" href="book.css" media-type="text/css"/>
${[...parts.map((id) => `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`), ...pictures].join('\n')}
</manifest>
<spine toc="ncx">
<itemref idref="title"/>
<itemref idref="nav"/>
${book.sections.map(({ id }) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}
