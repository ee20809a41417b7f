import { strToU8, zipSync, type Zippable } from 'fflate';
import { entities, external, scatteredLatin, text, type HostileBook } from './hostile-book.ts';

type Files = Record<string, string | Uint8Array>;

function epubOf(files: Files): Uint8Array {
  const all: Zippable = { mimetype: strToU8('application/epub+zip') };
  for (const [name, content] of Object.entries(files))
    all[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(all);
}

const container = (path: string): string =>
  `<container><rootfiles><rootfile full-path="${path}"/></rootfiles></container>`;
const opf = (manifest: string, spine: string): string =>
  `<package><manifest>${manifest}</manifest><spine toc="n">${spine}</spine></package>`;
const item = (id: string, href: string, type = 'application/xhtml+xml'): string =>
  `<item id="${id}" href="${href}" media-type="${type}"/>`;
const page = (body: string): string => `<html><body><h1>第一章 甲</h1>${body}</body></html>`;

function bookOf(pages: Record<string, string>, spine: string, more = '', files: Files = {}): Uint8Array {
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
    heavy: true,
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
    heavy: true,
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
  'a package in UTF-16': {
    bytes: () =>
      bookOf({ 'a.html': page('<p>第一章 甲</p><p>先看灯再看门。</p>') }, '<itemref idref="a.html"/>', '', {
        'a.opf': Buffer.from(
          `\ufeff<?xml version="1.0" encoding="UTF-16"?>${opf(item('a.html', 'a.html'), '<itemref idref="a.html"/>')}`,
          'utf16le',
        ),
      }),
    read: true,
  },
  'pages in an encoding of their own': {
    // 第一章 in GB2312.
    bytes: () =>
      bookOf({ 'a.html': '' }, '<itemref idref="a.html"/>', '', {
        'a.html': Buffer.concat([
          text('<?xml version="1.0" encoding="gb2312"?><html><body><p>'),
          Buffer.from('b5dad2bbd5c2'.repeat(20), 'hex'),
          text('</p></body></html>'),
        ]),
      }),
    read: true,
  },
  'fifteen thousand pages': {
    bytes: () => {
      const names = Array.from({ length: 15_000 }, (_, index) => `${index}.html`);
      return bookOf(
        Object.fromEntries(names.map((name) => [name, page(`<h2>${name}</h2><p>甲</p>`)])),
        names.map((name) => `<itemref idref="${name}"/>`).join(''),
      );
    },
    heavy: true,
  },
  'a list of two hundred thousand files that are not there': {
    bytes: () =>
      bookOf(
        { 'a.html': page('<p>甲</p>') },
        `<itemref idref="a.html"/>${Array.from({ length: 200_000 }, (_, index) => `<itemref idref="x${index}"/>`).join('')}`,
        Array.from({ length: 200_000 }, (_, index) => item(`x${index}`, `${index}.html`)).join(''),
        Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, ''])),
      ),
    heavy: true,
  },
  'fifty thousand titles of one page': {
    bytes: () =>
      bookOf(
        {
          'a.html': page(
            Array.from({ length: 50_000 }, (_, index) => `<p id="p${index}">甲${index}</p>`).join(''),
          ),
        },
        '<itemref idref="a.html"/>',
        item('n', 'n.ncx', 'application/x-dtbncx+xml'),
        {
          'n.ncx': `<ncx><navMap>${Array.from({ length: 50_000 }, (_, index) => `<navPoint><navLabel><text>乙${index}</text></navLabel><content src="a.html#p${index}"/></navPoint>`).join('')}</navMap></ncx>`,
        },
      ),
    heavy: true,
  },
  'a navigation page that lists itself, nested without end': {
    bytes: () =>
      bookOf(
        {
          'a.html': page('<p>甲</p>'),
          'n.html': page(`<nav epub:type="toc">${'<ol><li><a href="n.html">甲</a>'.repeat(5000)}</nav>`),
        },
        '<itemref idref="a.html"/><itemref idref="n.html"/>',
        '<item id="nav" href="n.html" media-type="application/xhtml+xml" properties="nav"/>',
      ),
    heavy: true,
  },
  'entities that multiply in a page': {
    bytes: () =>
      bookOf(
        { 'a.html': `<?xml version="1.0"?>${entities}<html><body><p>甲&c;</p></body></html>` },
        '<itemref idref="a.html"/>',
      ),
  },
  'an entity of a page that is a file': {
    bytes: () =>
      bookOf({ 'a.html': `${external}<html><body><p>甲&a;</p></body></html>` }, '<itemref idref="a.html"/>'),
  },
  'fonts that are obfuscated': {
    bytes: () =>
      bookOf({ 'a.html': page('<p>第一章 甲</p><p>先看灯再看门。</p>') }, '<itemref idref="a.html"/>', '', {
        'META-INF/encryption.xml':
          '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><CipherData><CipherReference URI="f.otf"/></CipherData></EncryptedData></encryption>',
      }),
    read: true,
  },
  'pages that are encrypted as if they were fonts': {
    bytes: () =>
      bookOf({ 'a.html': page('<p>甲</p>') }, '<itemref idref="a.html"/>', '', {
        'META-INF/encryption.xml':
          '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><CipherData><CipherReference URI="a.html"/></CipherData></EncryptedData></encryption>',
      }),
    refused: /DRM/,
  },
  'style sheets without an end': {
    bytes: () =>
      bookOf(
        { 'a.html': page('<p>甲</p>') },
        '<itemref idref="a.html"/>',
        Array.from({ length: 60 }, (_, index) => item(`s${index}`, `${index}.css`, 'text/css')).join(''),
        Object.fromEntries(
          Array.from({ length: 60 }, (_, index) => [
            `${index}.css`,
            index % 2 === 0 ? scatteredLatin(400_000, index) : `${scatteredLatin(4, index)}/*`.repeat(60_000),
          ]),
        ),
      ),
    heavy: true,
  },
};
