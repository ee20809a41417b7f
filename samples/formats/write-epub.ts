import { strToU8, zipSync } from 'fflate';
import { escapeHtml } from '../../src/lib/html/escape.ts';
import { chapterLevel, picturesOf, type FormatBook } from './book.ts';
import { writeHtmlChapter } from './write-html.ts';

/** A book as an EPUB 3: a file a chapter, its navigation, its metadata. */
export function writeEpub(book: FormatBook): Uint8Array {
  const page = (title: string, body: string): string =>
    `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>${escapeHtml(title)}</title></head>
<body>${body}</body></html>`;
  const chapters = book.chapters.map((chapter, index) => ({
    name: `text/part${index + 1}.xhtml`,
    id: `c${index + 1}`,
    title: `${chapter.label} ${chapter.title}`,
    part: chapter.part,
    body: writeHtmlChapter(book, chapter, () => '../images/picture.png'),
  }));
  const [png] = picturesOf(book);
  const opf = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:made</dc:identifier>
<dc:title>${escapeHtml(book.title)}</dc:title><dc:creator>${escapeHtml(book.author)}</dc:creator><dc:language>zh-CN</dc:language></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="title" href="text/title.xhtml" media-type="application/xhtml+xml"/>
${chapters.map(({ id, name }) => `<item id="${id}" href="${name}" media-type="application/xhtml+xml"/>`).join('\n')}
${png ? '<item id="p" href="images/picture.png" media-type="image/png"/>' : ''}</manifest>
<spine><itemref idref="title"/>${chapters.map(({ id }) => `<itemref idref="${id}"/>`).join('')}</spine></package>`;
  const links = chapters.map(({ name, title, part }) => {
    const link = `<li><a href="${name}">${escapeHtml(title)}</a></li>`;
    return part ? `</ol></li><li><span>${escapeHtml(`${part.label} ${part.title}`)}</span><ol>${link}` : link;
  });
  const list =
    chapterLevel(book) === 1 ? links.join('') : `${links.join('').replace('</ol></li>', '')}</ol></li>`;
  const nav = page('目录', `<nav epub:type="toc"><ol>${list}</ol></nav>`);
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'OEBPS/book.opf': strToU8(opf),
    'OEBPS/nav.xhtml': strToU8(nav),
    'OEBPS/text/title.xhtml': strToU8(page(book.title, `<h1>${escapeHtml(book.title)}</h1>`)),
    ...Object.fromEntries(
      chapters.map(({ name, title, body }) => [`OEBPS/${name}`, strToU8(page(title, body))]),
    ),
    ...(png ? { 'OEBPS/images/picture.png': png } : {}),
  });
}
