import { deflateSync } from 'node:zlib';
import { plainFormatBook } from '../formats/book.ts';
import { printPdf } from '../formats/print-pdf.ts';
import { writePdf } from '../formats/write-pdf.ts';
import { lockedPdf } from './locked-pdf.ts';
import { text, type HostileBook } from './hostile-book.ts';

const pdf = writePdf(plainFormatBook(1));
/** 第一章, which is a heading by itself. */
const heading = 'BT /F1 10 Tf 1 0 0 1 50 550 Tm <7b2c4e007ae0> Tj ET\n';
const hello = 'BT /F1 10 Tf 1 0 0 1 50 500 Tm <75324e59> Tj ET\n';
/** A page with a chapter's heading and lines of text below it. */
const prose =
  heading +
  Array.from(
    { length: 12 },
    (_, index) => `BT /F1 10 Tf 1 0 0 1 50 ${500 - 18 * index} Tm <${'75324e59'.repeat(12)}> Tj ET\n`,
  ).join('');

/** A PDF of objects without a table of their places: a reader has to search for them. */
const objects = (list: string[], trailer = '/Root 1 0 R'): Uint8Array =>
  text(
    `%PDF-1.4\n${list.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer<<${trailer}>>\n`,
  );
const catalog = '<</Type/Catalog/Pages 2 0 R>>';

/** A made PDF with something put into its catalog, and objects behind it. */
function withCatalog(entry: string, more = ''): Uint8Array {
  const file = Buffer.from(printPdf([prose])).toString('latin1');
  return Buffer.from(
    file
      .replace('/Type /Catalog', `/Type /Catalog ${entry}`)
      .replace('xref\n', `${more}xref\n`)
      .replace(/startxref\n\d+/, 'startxref\n0'),
    'latin1',
  );
}

/** A page, and further objects from number 6 on, the first of which it calls `a`. */
const pageOf = (content: string, ...more: string[]): Uint8Array =>
  objects([
    catalog,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</XObject<</a 6 0 R>>/Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...more,
  ]);
const formOf = (content: string, forms: string): string =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<<${forms}>>/Font<</F1 5 0 R>>>>/Length ${content.length}>>\nstream\n${content}\nendstream`;

/** A page whose content is packed, once or by further filters. */
function packedPage(content: Uint8Array, filters = ''): Uint8Array {
  const packed = deflateSync(content);
  const head = `%PDF-1.4\n1 0 obj\n${catalog}\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n4 0 obj\n<</Length ${packed.length}/Filter[/FlateDecode ${filters}]>>\nstream\n`;
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
    heavy: true,
  },
  'pages nested twenty thousand deep': {
    bytes: () =>
      objects([
        catalog,
        ...Array.from({ length: 20_000 }, (_, index) => `<</Type/Pages/Count 1/Kids[${index + 3} 0 R]>>`),
        '<</Type/Page>>',
      ]),
    refused: /./,
    heavy: true,
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
      printPdf([hello.repeat(20)], {
        trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      }),
    refused: /encrypted/,
  },
  'a page that unpacks to half a gigabyte': {
    bytes: () => packedPage(Buffer.alloc(500_000_000, ' ')),
    refused: /./,
    heavy: true,
  },
  'a page of a million letters in one place': {
    bytes: () => printPdf([prose + hello.repeat(200_000)]),
    heavy: true,
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
  'a PDF that may be opened by anybody and is encrypted': {
    bytes: () => lockedPdf(prose),
    read: true,
  },
  'a stream of objects that is in itself': {
    bytes: () =>
      objects([
        '5 0 R',
        '<</Type/Pages/Count 1/Kids[3 0 R]>>',
        '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
        '<</Length 3/Filter/FlateDecode>>\nstream\nabc\nendstream',
        '<</Type/ObjStm/N 1/First 4/Length 10/Extends 5 0 R>>\nstream\n5 0 5 0 R\nendstream',
      ]),
    refused: /damaged/,
  },
  'a form that draws itself': {
    bytes: () => pageOf('/a Do', formOf('/a Do BT /F1 10 Tf (x) Tj ET', '/a 6 0 R')),
    refused: /./,
  },
  'forms that each draw the next ten times': {
    bytes: () =>
      pageOf(
        '/a Do',
        ...Array.from({ length: 12 }, (_, index) => formOf('/a Do '.repeat(10), `/a ${index + 7} 0 R`)),
        formOf('BT /F1 10 Tf (hello there) Tj ET', ''),
      ),
    refused: /./,
    heavy: true,
  },
  'letters of every size that there is not': {
    bytes: () =>
      printPdf([
        `${['0', '-10', '1e308', '1e-308', '99999999999999999999'].map((size) => `BT /F1 ${size} Tf ${size} 0 0 ${size} ${size} ${size} Tm <75324e59> Tj ET`).join('\n')}\n${prose}`,
      ]),
  },
  'a page as large as a country': {
    bytes: () =>
      Buffer.from(
        Buffer.from(printPdf([prose]))
          .toString('latin1')
          .replace(/MediaBox \[0 0 420 595\]/, 'MediaBox [0 0 4e9 5e9]'),
        'latin1',
      ),
  },
  'a million letters, each in a place of its own': {
    bytes: () =>
      packedPage(
        text(
          `BT /F1 10 Tf 1 0 0 1 50 900 Tm (1. Chapter 1) Tj ${Array.from({ length: 300_000 }, (_, index) => `1 0 0 1 ${(index * 7919) % 400} ${(index * 104729) % 600} Tm (ab) Tj`).join('\n')} ET`,
        ),
      ),
    heavy: true,
  },
  'letters that stand for a million letters': {
    bytes: () =>
      printPdf([`${prose}BT /F1 10 Tf 1 0 0 1 50 200 Tm <${'4e00'.repeat(3000)}> Tj ET`], {
        letters: `1 beginbfchar <4E00> <${'4e00'.repeat(300_000)}> endbfchar`,
      }),
    heavy: true,
  },
  'a table of letters that includes itself': {
    bytes: () => printPdf([prose], { letters: '/Made usecmap' }),
  },
  'five thousand empty pages': {
    bytes: () => printPdf(Array<string>(5000).fill('')),
    refused: /scanned/,
    heavy: true,
  },
  'fifty thousand bookmarks within one another': {
    bytes: () =>
      withCatalog(
        '/Outlines 90 0 R',
        `90 0 obj\n<</First 91 0 R/Last 91 0 R>>\nendobj\n${Array.from({ length: 50_000 }, (_, index) => `${index + 91} 0 obj\n<</Title(a)/First ${index + 92} 0 R/Last ${index + 92} 0 R>>\nendobj\n`).join('')}`,
      ),
    heavy: true,
  },
  'a stream that is packed a hundred times': {
    bytes: () => {
      let content: Uint8Array = Buffer.alloc(20_000_000, ' ');
      for (let i = 0; i < 8; i += 1) content = deflateSync(content);
      return packedPage(content, '/FlateDecode '.repeat(8));
    },
    heavy: true,
  },
  'a picture of a format with holes': {
    bytes: () =>
      pageOf(
        `/a Do ${hello.repeat(20)}`,
        '<</Type/XObject/Subtype/Image/Width 99999/Height 99999/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode/Length 8>>\nstream\nabcdefgh\nendstream',
      ),
    refused: /scanned|don’t say/,
  },
  'a PDF that starts programs and holds files': {
    bytes: () =>
      withCatalog(
        '/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /URI /URI (http://192.0.2.1/) >> >> /Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) >>] >> >>',
      ),
    read: true,
  },
};
