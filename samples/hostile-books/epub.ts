import { strToU8, zipSync, type Zippable } from 'fflate';
import { external, type HostileBook } from './hostile-book.ts';

function epubOf(files: Record<string, string>): Uint8Array {
  const all: Zippable = { mimetype: strToU8('application/epub+zip') };
  for (const [name, content] of Object.entries(files)) all[name] = strToU8(content);
  return zipSync(all);
}

const container = (path: string): string =>
  `<container><rootfiles><rootfile full-path="${path}"/></rootfiles></container>`;
const opf = (manifest: string, spine: string): string =>
  `<package><manifest>${manifest}</manifest><spine toc="n">${spine}</spine></package>`;
const item = (id: string, href: string, type = 'application/xhtml+xml'): string =>
  `<item id="${id}" href="${href}" media-type="${type}"/>`;
const page = (body: string): string => `<html><body>${body}</body></html>`;

function bookOf(pages: Record<string, string>, spine: string, more = '', files = {}): Uint8Array {
  return epubOf({
    'META-INF/container.xml': container('a.opf'),
    'a.opf': opf(
      Object.keys(pages)
        .map((name) => item(name, name))
        .join('') + more,
      spine,
    ),
    ...pages,
    ...files,
  });
}

/** EPUBs. */
export const epubs: Record<string, HostileBook> = {
  'an external entity in an EPUB': {
    bytes: () =>
      epubOf({ 'META-INF/container.xml': container('a.opf'), 'a.opf': `${external}<package>&a;</package>` }),
    refused: /entities/,
  },
  'an EPUB that is encrypted': {
    bytes: () =>
      epubOf({
        'META-INF/container.xml': container('a.opf'),
        'META-INF/encryption.xml':
          '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>',
      }),
    refused: /DRM/,
  },
  'an EPUB without a package': {
    bytes: () => epubOf({ 'META-INF/container.xml': container('a.opf') }),
    refused: /damaged/,
  },
  'an EPUB whose package is its container': {
    bytes: () => epubOf({ 'META-INF/container.xml': container('META-INF/container.xml') }),
    refused: /no text/,
  },
  'an EPUB whose paths lead out of it': {
    bytes: () =>
      epubOf({
        'META-INF/container.xml': container('a.opf'),
        'a.opf': opf(item('a', '../../../../etc/passwd'), '<itemref idref="a"/>'),
      }),
    refused: /no text/,
  },
  'a spine that names one page a hundred thousand times': {
    bytes: () => bookOf({ 'a.html': page('<p>甲</p>') }, '<itemref idref="a.html"/>'.repeat(100_000)),
  },
  'navigation nested without end': {
    bytes: () =>
      bookOf(
        { 'a.html': page('<p>甲</p>') },
        '<itemref idref="a.html"/>',
        item('n', 'n.ncx', 'application/x-dtbncx+xml'),
        {
          'n.ncx': `<ncx><navMap>${'<navPoint>'.repeat(50_000)}`,
        },
      ),
  },
  'notes that refer to one another': {
    bytes: () =>
      bookOf(
        {
          'a.html': page(
            '<p>甲<a epub:type="noteref" href="#a">1</a></p><aside epub:type="footnote" id="a"><p>乙<a epub:type="noteref" href="#b">2</a></p></aside><aside epub:type="footnote" id="b"><p>丙<a epub:type="noteref" href="#a">1</a></p></aside>',
          ),
        },
        '<itemref idref="a.html"/>',
      ),
  },
  'fifty thousand notes': {
    bytes: () =>
      bookOf(
        {
          'a.html': page(
            Array.from(
              { length: 50_000 },
              (_, index) => `<p>甲<a epub:type="noteref" href="#n${index}">1</a></p>`,
            ).join('') + '<aside id="n0" epub:type="footnote">乙</aside>',
          ),
        },
        '<itemref idref="a.html"/>',
      ),
  },
  'pages that run scripts and lead away': {
    bytes: () =>
      bookOf(
        {
          'a.html': page(
            '<script>location="http://192.0.2.1/"</script><iframe src="file:///etc/passwd"></iframe><img src="http://192.0.2.1/a.png"/><p onclick="x()">甲</p>',
          ),
        },
        '<itemref idref="a.html"/>',
      ),
  },
};
