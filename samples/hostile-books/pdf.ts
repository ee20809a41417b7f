import { deflateSync } from 'node:zlib';
import { plainFormatBook } from '../formats/book.ts';
import { printPdf, writePdf } from '../formats/write-pdf.ts';
import { text, type HostileBook } from './hostile-book.ts';

const pdf = writePdf(plainFormatBook(1));
const hello = 'BT /F1 10 Tf 1 0 0 1 50 500 Tm <75324e59> Tj ET\n';

/** A PDF of objects, without a table of where they are: readers look for them. */
const objects = (list: string[], trailer = '/Root 1 0 R'): Uint8Array =>
  text(
    `%PDF-1.4\n${list.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer<<${trailer}>>\n`,
  );
const catalog = '<</Type/Catalog/Pages 2 0 R>>';

/** A made PDF with something put into its catalog, and objects behind it. */
function withCatalog(entry: string, more = ''): Uint8Array {
  const file = Buffer.from(printPdf([hello.repeat(20)])).toString('latin1');
  return Buffer.from(
    file
      .replace('/Type /Catalog', `/Type /Catalog ${entry}`)
      .replace('xref\n', `${more}xref\n`)
      .replace(/startxref\n\d+/, 'startxref\n0'),
    'latin1',
  );
}

/** A page whose content is packed. */
function packedPage(content: Uint8Array): Uint8Array {
  const packed = deflateSync(content);
  const head = `%PDF-1.4\n1 0 obj\n${catalog}\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`;
  return Buffer.concat([text(head), packed, text('\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n')]);
}

/** PDFs. */
export const pdfs: Record<string, HostileBook> = {
  'a PDF’s first bytes': {
    bytes: () => pdf.subarray(0, Math.floor(pdf.length * 0.02)),
    refused: /damaged|scanned/,
  },
  'a PDF cut in half': { bytes: () => pdf.subarray(0, pdf.length / 2) },
  'a scanned PDF': { bytes: () => printPdf(['', '', '']), refused: /scanned/ },
  'a PDF that is none': { bytes: () => text('%PDF-1.7\nnothing'), refused: /damaged/ },
  'a PDF whose pages lead round in a circle': {
    bytes: () => objects([catalog, '<</Type/Pages/Count 1/Kids[2 0 R]>>']),
    refused: /damaged/,
  },
  'a PDF of a thousand million pages': {
    bytes: () =>
      objects([catalog, '<</Type/Pages/Count 999999999/Kids[3 0 R]>>', '<</Type/Page/Parent 2 0 R>>']),
    refused: /pages|damaged/,
  },
  'pages nested twenty thousand deep': {
    bytes: () =>
      objects([
        catalog,
        ...Array.from({ length: 20_000 }, (_, index) => `<</Type/Pages/Count 1/Kids[${index + 3} 0 R]>>`),
        '<</Type/Page>>',
      ]),
    refused: /./,
  },
  'a table of objects that leads to itself': {
    bytes: () =>
      text(
        '%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n',
      ),
    refused: /damaged/,
  },
  'an object that refers to itself': { bytes: () => objects(['1 0 R']), refused: /damaged/ },
  'a PDF with a password': {
    bytes: () =>
      printPdf(
        [hello.repeat(20)],
        `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      ),
    refused: /encrypted/,
  },
  'a page that unpacks to half a gigabyte': {
    bytes: () => packedPage(Buffer.alloc(500_000_000, ' ')),
    refused: /./,
  },
  'a page of a million letters in one place': {
    bytes: () => printPdf([hello.repeat(200_000)]),
  },
  'bookmarks that lead round in a circle': {
    bytes: () =>
      withCatalog(
        '/Outlines 90 0 R',
        '90 0 obj\n<</First 91 0 R/Last 91 0 R>>\nendobj\n91 0 obj\n<</Title(a)/Parent 90 0 R/First 91 0 R/Next 91 0 R>>\nendobj\n',
      ),
  },
  'a PDF that runs a script when it is opened': {
    bytes: () => withCatalog('/OpenAction << /S /JavaScript /JS (app.launchURL("http://192.0.2.1/")) >>'),
  },
};
