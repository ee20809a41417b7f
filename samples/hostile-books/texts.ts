import { scatteredHan, text, type HostileBook } from './hostile-book.ts';

const prose =
  '第一章 甲\n\n这是一段正文，说的是早班先看灯再看门。\n\n第二章 乙\n\n他们先点数再签字，客户就放心了。\n';
const utf16 = (content: string): Uint8Array => Buffer.from(content, 'utf16le');

/** Plain texts, and what is called text. */
export const texts: Record<string, HostileBook> = {
  'a line of sixty megabytes': {
    bytes: () => text(`第一章 甲\n${scatteredHan(20_000_000)}`),
    refused: /Line 2 has 20,000,000 characters/,
    heavy: true,
  },
  'a line of forty megabytes': { bytes: () => text(`第一章 甲\n${scatteredHan(13_000_000)}`), heavy: true },
  'a line of forty megabytes, of one character': {
    bytes: () => text(`第一章 甲\n${'甲'.repeat(13_000_000)}`),
    heavy: true,
  },
  'five million short lines': { bytes: () => text(`第一章 甲\n${'甲乙\n'.repeat(5_000_000)}`), heavy: true },
  'two million empty lines': { bytes: () => text(`第一章 甲${'\n'.repeat(2_000_000)}乙`), heavy: true },
  'a hundred thousand chapters of one name': {
    bytes: () => text('第1章 甲\n\n乙\n\n'.repeat(100_000)),
    heavy: true,
  },
  'a hundred thousand chapters without a text': {
    bytes: () => text(Array.from({ length: 100_000 }, (_, index) => `第${index + 1}章 甲乙`).join('\n')),
    heavy: true,
  },
  'a table of contents without a book': {
    bytes: () =>
      text(
        `目录\n${Array.from({ length: 30_000 }, (_, index) => `第${index + 1}章 甲乙……${index}`).join('\n')}`,
      ),
    heavy: true,
  },
  'quotation marks that are never closed': {
    bytes: () => text(`${prose}${'“‘「『（《'.repeat(50_000)}`),
    heavy: true,
  },
  'a paragraph of numbers and dots': {
    bytes: () => text(`${prose}${'1.2.3.4.5.'.repeat(50_000)}\n${'…'.repeat(200_000)}9`),
    heavy: true,
  },
  'a paragraph of spaces': {
    bytes: () =>
      text(`${prose}甲${' '.repeat(500_000)}乙${'\u3000'.repeat(500_000)}丙\n${'\t'.repeat(300_000)}`),
    heavy: true,
  },
  'numbers of a hundred thousand digits': {
    bytes: () => text(`${prose}\n第${'9'.repeat(100_000)}章 丙\n\n第${'一'.repeat(100_000)}条 丁\n`),
    heavy: true,
  },
  'marks piled on one character': { bytes: () => text(`${prose}甲${'\u0301\u20dd'.repeat(100_000)}`) },
  'text that turns round': {
    bytes: () => text(`${prose}${'\u202e甲\u2066乙\u202c'.repeat(10_000)}`),
    read: true,
  },
  'UTF-16 without a mark': { bytes: () => utf16(prose.repeat(20)), read: true },
  'UTF-16 cut within a character': {
    bytes: () => utf16(`\ufeff${prose.repeat(20)}`).subarray(0, -1),
    read: true,
  },
  'halves of characters in UTF-16': {
    bytes: () => utf16(`\ufeff${'\ud800甲\udc00'.repeat(5000)}`),
    refused: /can't be read as/,
  },
  'UTF-32': {
    bytes: () =>
      Buffer.from(
        Uint32Array.from([0xfeff, ...[...prose.repeat(5)].map((character) => character.codePointAt(0) ?? 0)])
          .buffer,
      ),
    refused: /UTF-32/,
  },
  'UTF-7': {
    bytes: () =>
      text(
        [...prose.repeat(5)]
          .map((character) =>
            character > '~'
              ? `+${Buffer.from(character, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`
              : character,
          )
          .join(''),
      ),
    refused: /UTF-7/,
  },
  'a text of NULs': { bytes: () => Buffer.alloc(1_000_000), refused: /binary/ },
  'a NUL between all characters': { bytes: () => text([...prose].join('\0')), refused: /binary|doubt/ },
  'half in one encoding, half in another': {
    // 中文编码 in GB18030.
    bytes: () =>
      Buffer.concat([text(prose.repeat(50)), Buffer.from('d6d0cec4b1e0c2eb0a'.repeat(500), 'hex')]),
    refused: /encoding/,
  },
  'bytes by chance': {
    bytes: () => Buffer.from(scatteredHan(100_000), 'latin1').map((byte, index) => byte ^ (index * 7)),
    refused: /binary|doubt|read as/,
  },
  'a mail with the book in it': {
    bytes: () =>
      text(
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<html>=E7=94=B2</html>\n--x--\n',
      ),
    refused: /web archive.*HTML/,
  },
  'Word’s document in one XML file': {
    bytes: () =>
      text(
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part/></pkg:package>',
      ),
    refused: /XML.*\.docx/,
  },
  'another XML file': {
    bytes: () =>
      text(`<?xml version="1.0"?><FictionBook><body><p>${'甲'.repeat(300)}</p></body></FictionBook>`),
    refused: /XML/,
  },
  'a text that is an archive of tapes': {
    bytes: () => {
      const bytes = Buffer.alloc(2048);
      bytes.write('book.txt', 0);
      bytes.write('ustar', 257);
      return bytes;
    },
    refused: /archive/,
  },
};
