import { strToU8, zipSync } from 'fflate';
import { packDocx, paragraph } from '../formats/write-docx.ts';
import { entities, external, type HostileBook } from './hostile-book.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const relation = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
const drawing = (id: string): string =>
  `<w:p><w:r><w:t>甲</w:t><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;

/** The head of a PNG that says it is this large, and nothing behind it. */
function pngHead(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** Word documents. */
export const word: Record<string, HostileBook> = {
  'macros by content type': {
    bytes: () =>
      packDocx(paragraph('甲'), {
        files: {
          '[Content_Types].xml':
            '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        },
      }),
    refused: /macros/,
  },
  'macros by their part': {
    bytes: () => packDocx(paragraph('甲'), { files: { 'word/vbaProject.bin': 'x' } }),
    refused: /macros/,
  },
  'entities that multiply': {
    bytes: () => packDocx('', { files: { 'word/document.xml': `${entities}<a>&c;</a>` } }),
    refused: /entities/,
  },
  'an entity that is a file': {
    bytes: () => packDocx('', { files: { 'word/document.xml': `${external}<a>&a;</a>` } }),
    refused: /entities/,
  },
  'an entity in UTF-16': {
    bytes: () =>
      packDocx('', { files: { 'word/document.xml': Buffer.from(`\ufeff${external}<a>&a;</a>`, 'utf16le') } }),
    refused: /entities/,
  },
  'XML nested without end': { bytes: () => packDocx('<w:sdt>'.repeat(100_000)), refused: /nested too deep/ },
  'XML that is none': { bytes: () => packDocx('<w:p><w:r></w:p>'), refused: /no XML/ },
  'XML of two million elements': { bytes: () => packDocx('<w:p/>'.repeat(2_000_000)), refused: /./ },
  'an element of two hundred thousand attributes': {
    bytes: () =>
      packDocx(
        `<w:p ${Array.from({ length: 200_000 }, (_, index) => `a${index}="1"`).join(' ')}><w:r><w:t>甲</w:t></w:r></w:p>`,
      ),
  },
  'a document without text': { bytes: () => packDocx('<w:p/>'), refused: /no text/ },
  'a Word document without its main part': {
    bytes: () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/a.xml': strToU8('<a/>') }),
    refused: /damaged/,
  },
  'a main part outside the archive': {
    bytes: () =>
      packDocx(paragraph('甲'), {
        files: {
          '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', '../../../../etc/passwd')}</Relationships>`,
        },
      }),
  },
  'styles based on one another in a circle': {
    bytes: () =>
      packDocx(paragraph('第一章 甲', '<w:pStyle w:val="a"/>'), {
        files: {
          'word/styles.xml': `<w:styles ${w}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`,
        },
      }),
  },
  'numbering that refers to itself': {
    bytes: () =>
      packDocx(paragraph('甲', numbered), {
        files: {
          'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="x"/><w:styleLink w:val="x"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
        },
      }),
  },
  'Roman numbers of a thousand million': {
    bytes: () =>
      packDocx(paragraph('甲', numbered).repeat(200), {
        files: {
          'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
        },
      }),
  },
  'numbers that print themselves ten thousand times': {
    bytes: () =>
      packDocx(paragraph('甲', numbered).repeat(3000), {
        files: {
          'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="${'%1'.repeat(10_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
        },
      }),
  },
  'numbers past all letters': { bytes: () => packDocx(paragraph('甲', numbered).repeat(3000)) },
  'a note that refers to itself': {
    bytes: () =>
      packDocx('<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id="1"/></w:r></w:p>', {
        files: {
          'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="1"><w:p><w:r><w:t>乙</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>`,
        },
      }),
  },
  'pictures that are on other machines and elsewhere on this one': {
    bytes: () =>
      packDocx(`${drawing('rId7')}${drawing('rId8')}`, {
        relations:
          relation('rId7', 'image', 'http://192.0.2.1/a.png', ' TargetMode="External"') +
          relation('rId8', 'image', 'file:///etc/passwd'),
      }),
  },
  'a picture that says it is sixty thousand pixels wide': {
    bytes: () => packDocx(drawing('rId4'), { picture: pngHead(60_000, 60_000) }),
  },
  'a picture that is cut off': { bytes: () => packDocx(drawing('rId4'), { picture: pngHead(600, 400) }) },
  'a table of very many columns': {
    bytes: () =>
      packDocx(
        `<w:tbl><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'.repeat(50)}</w:tr></w:tbl>`,
      ),
  },
  'text boxes within text boxes': {
    bytes: () =>
      packDocx(
        `${'<w:p><w:r><w:pict><w:txbxContent>'.repeat(100)}${paragraph('甲')}${'</w:txbxContent></w:pict></w:r></w:p>'.repeat(100)}`,
      ),
  },
};
