import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, test } from 'vitest';
import { InputError } from '../../../scripts/ingest/input-error.ts';
import { readSource } from '../../../scripts/ingest/source/read-source.ts';
import { plainFormatBook } from '../../../samples/formats/book.ts';
import { packDocx, paragraph, writeDocx } from '../../../samples/formats/write-docx.ts';
import { writeEpub } from '../../../samples/formats/write-epub.ts';
import { printPdf, writePdf } from '../../../samples/formats/write-pdf.ts';

const book = plainFormatBook(1);
const docx = writeDocx(book, 'styles');
const epub = writeEpub(book);
const pdf = writePdf(book);
const cut = (bytes: Uint8Array, share: number): Uint8Array =>
  bytes.subarray(0, Math.floor(bytes.length * share));
const text = (content: string): Uint8Array => strToU8(content);
const entities =
  '<!DOCTYPE a [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const external = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const numbering = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

function epubOf(files: Record<string, string>): Uint8Array {
  const all: Zippable = { mimetype: strToU8('application/epub+zip') };
  for (const [name, content] of Object.entries(files)) all[name] = strToU8(content);
  return zipSync(all);
}

/** Every byte after `at` of the archive's first local header with the encryption flag set. */
function encryptedZip(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let i = 0; i + 4 < copy.length; i += 1) {
    if (copy.readUInt32LE(i) === 0x02014b50) copy.writeUInt16LE(copy.readUInt16LE(i + 8) | 1, i + 8);
  }
  return copy;
}

const compound = (name: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);

const containers = {
  'META-INF/container.xml': '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
};

/** Files that are refused, with a word of what is said. */
const refused: Record<string, [bytes: () => Uint8Array, word: RegExp]> = {
  'a Word document cut in half': [() => cut(docx, 0.5), /damaged or was cut/],
  'a Word document cut near its end': [() => cut(docx, 0.98), /damaged or was cut/],
  'a Word document’s first bytes': [() => cut(docx, 0.01), /damaged or was cut/],
  'an EPUB cut in half': [() => cut(epub, 0.5), /damaged or was cut/],
  'a PDF’s first bytes': [() => cut(pdf, 0.02), /damaged|scanned/],
  'an encrypted archive': [() => encryptedZip(docx), /encrypted/],
  'an encrypted Word document': [() => compound('EncryptedPackage'), /encrypted/],
  'an old Word document': [() => compound('WordDocument'), /\.doc or \.wps.*save it as \.docx/],
  'macros by content type': [
    () =>
      packDocx(paragraph('甲'), {
        files: {
          '[Content_Types].xml':
            '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        },
      }),
    /macros/,
  ],
  'macros by their part': [
    () => packDocx(paragraph('甲'), { files: { 'word/vbaProject.bin': 'x' } }),
    /macros/,
  ],
  'entities that multiply': [
    () => packDocx('', { files: { 'word/document.xml': `${entities}<a>&c;</a>` } }),
    /entities/,
  ],
  'an entity that is a file': [
    () => packDocx('', { files: { 'word/document.xml': `${external}<a>&a;</a>` } }),
    /entities/,
  ],
  'an external entity in an EPUB': [
    () => epubOf({ ...containers, 'a.opf': `${external}<package>&a;</package>` }),
    /entities/,
  ],
  'an archive bomb': [
    () => packDocx('', { files: { 'word/document.xml': new Uint8Array(90_000_000) } }),
    /far more than a book/,
  ],
  'XML nested without end': [() => packDocx('<w:sdt>'.repeat(100_000)), /nested too deep/],
  'XML that is none': [() => packDocx('<w:p><w:r></w:p>'), /no XML/],
  'a document without text': [() => packDocx('<w:p/>'), /no text/],
  'a Word document without its main part': [
    () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/a.xml': strToU8('<a/>') }),
    /damaged/,
  ],
  'an EPUB that is encrypted': [
    () =>
      epubOf({
        ...containers,
        'META-INF/encryption.xml':
          '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>',
      }),
    /DRM/,
  ],
  'an EPUB without a package': [() => epubOf({ ...containers }), /damaged/],
  'an EPUB whose paths lead out of it': [
    () =>
      epubOf({
        ...containers,
        'a.opf':
          '<package><manifest><item id="a" href="../../../../etc/passwd" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
      }),
    /no text/,
  ],
  'a scanned PDF': [() => printPdf(['', '', '']), /scanned/],
  'a PDF that is none': [() => text('%PDF-1.7\nnothing'), /damaged/],
  'a PDF whose pages lead round in a circle': [
    () =>
      text(
        '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[2 0 R]>>\nendobj\ntrailer<</Root 1 0 R>>\n',
      ),
    /damaged/,
  ],
  'a spreadsheet': [() => zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), /Excel/],
  'a presentation': [() => zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), /PowerPoint/],
  'a Pages document': [() => zipSync({ 'Index/Document.iwa': strToU8('a') }), /Pages.*export it as Word/],
  'an OpenDocument text': [
    () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
    /OpenDocument.*\.docx/,
  ],
  'an archive of something else': [() => zipSync({ 'a.txt': strToU8('a') }), /ZIP archive/],
  'an RTF document': [() => text('{\\rtf1 a}'), /RTF.*\.docx/],
  'a picture': [() => Buffer.from('89504e470d0a1a0a', 'hex'), /picture/],
  'a web page without text': [
    () => text('<!doctype html><html><body><script>1</script></body></html>'),
    /no text/,
  ],
  'a web page nested without end': [() => text(`<!doctype html><html>${'<div>'.repeat(200_000)}甲`), /./],
};

/** Files that are odd but whole: they are read, or refused with a word, and nothing of them leaks. */
const odd: Record<string, () => Uint8Array> = {
  'styles based on one another in a circle': () =>
    packDocx(paragraph('第一章 甲', '<w:pStyle w:val="a"/>'), {
      files: {
        'word/styles.xml':
          '<w:styles xmlns:w="w"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
      },
    }),
  'numbers past all letters': () =>
    packDocx(Array.from({ length: 3000 }, () => paragraph('甲', numbering)).join('')),
  'a table of very many columns': () =>
    packDocx(
      `<w:tbl><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'.repeat(50)}</w:tr></w:tbl>`,
    ),
  'bold elements that are never closed': () => text(`<!doctype html><html><p>${'<b><p>甲'.repeat(2000)}`),
  'Markdown of opening brackets': () => text(`# 甲\n\n# 乙\n\n# 丙\n\n${'['.repeat(20_000)}`),
  'Markdown of stars': () => text(`# 甲\n\n# 乙\n\n# 丙\n\n${'*a **b '.repeat(5000)}`),
  'Markdown of nested quotations': () => text(`# 甲\n\n# 乙\n\n# 丙\n\n${'>'.repeat(5000)} 丁`),
  'lists within lists': () => text(`<!doctype html><html>${'<ul><li>甲'.repeat(300)}`),
  'a style sheet of braces': () =>
    text(`<!doctype html><html><style>${'{'.repeat(200_000)}</style><p>甲乙丙</p>`),
};

test.for(Object.entries(refused))('refused: %s', { timeout: 40_000 }, async ([, [bytes, word]]) => {
  const outcome = await readSource({ name: 'book', bytes: bytes() }).then(
    () => 'read',
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(InputError);
  expect((outcome as InputError).message).toMatch(word);
});

test.for(Object.entries(odd))('read or refused: %s', { timeout: 40_000 }, async ([, bytes]) => {
  const outcome = await readSource({ name: 'book', bytes: bytes() }).then(
    ({ text: read }) => read.includes('甲'),
    (error: unknown) => error instanceof InputError,
  );
  expect(outcome).toBe(true);
});
