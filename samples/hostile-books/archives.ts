import { deflateRawSync, crc32 } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { plainFormatBook } from '../formats/book.ts';
import { packDocx, paragraph, writeDocx } from '../formats/write-docx.ts';
import { writeEpub } from '../formats/write-epub.ts';
import type { HostileBook } from './hostile-book.ts';

const book = plainFormatBook(1);
const docx = writeDocx(book, 'styles');
const epub = writeEpub(book);

const cut = (bytes: Uint8Array, share: number): Uint8Array =>
  bytes.subarray(0, Math.floor(bytes.length * share));

/** An archive with a change made to each record of its directory, or to its end. */
function altered(
  bytes: Uint8Array,
  signature: number,
  change: (copy: Buffer, at: number) => void,
): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = 0; at + 4 < copy.length; at += 1) if (copy.readUInt32LE(at) === signature) change(copy, at);
  return copy;
}
const [directory, end] = [0x02014b50, 0x06054b50];

/** An archive of many names that all lead to the same packed bytes. */
function overlapping(names: string[], content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content);
  const checksum = crc32(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  const records = names.map((name) => {
    const record = Buffer.alloc(46 + Buffer.byteLength(name));
    record.writeUInt32LE(directory, 0);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(checksum, 16);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(content.length, 24);
    record.writeUInt16LE(Buffer.byteLength(name), 28);
    record.write(name, 46);
    return record;
  });
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(end, 0);
  tail.writeUInt16LE(Math.min(names.length, 0xffff), 10);
  tail.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, ...records, tail]);
}

const compound = (name: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);

/** Archives that lie about what they hold, and files that are no book. */
export const archives: Record<string, HostileBook> = {
  'a Word document cut in half': { bytes: () => cut(docx, 0.5), refused: /damaged or was cut/ },
  'a Word document cut near its end': { bytes: () => cut(docx, 0.98), refused: /damaged or was cut/ },
  'a Word document’s first bytes': { bytes: () => cut(docx, 0.01), refused: /damaged or was cut/ },
  'an EPUB cut in half': { bytes: () => cut(epub, 0.5), refused: /damaged or was cut/ },
  'an encrypted archive': {
    bytes: () =>
      altered(docx, directory, (copy, at) => copy.writeUInt16LE(copy.readUInt16LE(at + 8) | 1, at + 8)),
    refused: /encrypted/,
  },
  'an archive bomb': {
    bytes: () => packDocx('', { files: { 'word/document.xml': new Uint8Array(90_000_000) } }),
    refused: /far more than a book/,
    heavy: true,
  },
  'an archive that says it unpacks to little': {
    bytes: () =>
      altered(
        packDocx('', { files: { 'word/document.xml': new Uint8Array(90_000_000) } }),
        directory,
        (copy, at) => copy.writeUInt32LE(Math.min(1000, copy.readUInt32LE(at + 24)), at + 24),
      ),
    refused: /far more than a book|damaged/,
    heavy: true,
  },
  'an archive that says it unpacks to 4 GB': {
    bytes: () => altered(docx, directory, (copy, at) => copy.writeUInt32LE(0xfffffffe, at + 24)),
    refused: /far more than a book/,
  },
  'an archive whose checksums are wrong': {
    bytes: () => altered(docx, directory, (copy, at) => copy.writeUInt32LE(12345, at + 16)),
    refused: /damaged/,
  },
  'an archive whose files lie behind its end': {
    bytes: () => altered(docx, directory, (copy, at) => copy.writeUInt32LE(0x7fffffff, at + 42)),
    refused: /damaged/,
  },
  'an archive that promises sizes of 64 bits and has none': {
    bytes: () =>
      altered(docx, end, (copy, at) => {
        copy.writeUInt16LE(0xffff, at + 10);
        copy.writeUInt32LE(0xffffffff, at + 16);
      }),
    refused: /damaged|far more/,
  },
  'an archive whose directory starts in itself': {
    bytes: () => altered(docx, end, (copy, at) => copy.writeUInt32LE(at, at + 16)),
    refused: /damaged/,
  },
  'an archive packed by a method of its own': {
    bytes: () => altered(docx, directory, (copy, at) => copy.writeUInt16LE(99, at + 10)),
    refused: /damaged/,
  },
  'an archive of sixty thousand files': {
    bytes: () =>
      overlapping(
        Array.from({ length: 60_000 }, (_, index) => `word/${index}.xml`),
        strToU8('<a/>'),
      ),
    refused: /far more than a book/,
  },
  'an archive of files that share their bytes': {
    bytes: () =>
      overlapping(
        [
          '[Content_Types].xml',
          '_rels/.rels',
          ...Array.from({ length: 15_000 }, (_, index) => `word/${index}.xml`),
        ],
        new Uint8Array(50_000_000),
      ),
    refused: /far more than a book/,
    heavy: true,
  },
  'names with NUL, drives and ways out': {
    bytes: () =>
      overlapping(
        [
          '[Content_Types].xml',
          'word/document.xml\0.txt',
          '../../../etc/cron.d/x',
          'C:\\\\windows\\\\x',
          '/etc/passwd',
          'word/\n.xml',
        ],
        strToU8('<Types/>'),
      ),
    refused: /damaged/,
  },
  'a document that is in its archive twice': {
    bytes: () =>
      overlapping(['[Content_Types].xml', 'word/document.xml', 'word/document.xml'], strToU8('<Types/>')),
    refused: /no text/,
  },
  'an archive of nothing': { bytes: () => zipSync({}), refused: /ZIP archive/ },
  'an encrypted Word document': { bytes: () => compound('EncryptedPackage'), refused: /encrypted/ },
  'an old Word document': {
    bytes: () => compound('WordDocument'),
    refused: /\.doc or \.wps.*save it as \.docx/,
  },
  'a spreadsheet': { bytes: () => zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), refused: /Excel/ },
  'a presentation': {
    bytes: () => zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }),
    refused: /PowerPoint/,
  },
  'a Pages document': {
    bytes: () => zipSync({ 'Index/Document.iwa': strToU8('a') }),
    refused: /Pages.*export it as Word/,
  },
  'an OpenDocument text': {
    bytes: () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
    refused: /OpenDocument.*\.docx/,
  },
  'an archive of something else': { bytes: () => zipSync({ 'a.txt': strToU8('a') }), refused: /ZIP archive/ },
  'a gzip bomb': { bytes: () => Buffer.from('1f8b0800000000000003', 'hex'), refused: /gzip/, heavy: true },
  'an RTF document': { bytes: () => strToU8('{\\rtf1 a}'), refused: /RTF.*\.docx/ },
  'a picture': { bytes: () => Buffer.from('89504e470d0a1a0a', 'hex'), refused: /picture/ },
  'a program': { bytes: () => Buffer.from('7f454c46020101000000', 'hex'), refused: /program/ },
  'a Word document of no words': { bytes: () => packDocx(paragraph(' ')), refused: /no text/ },
};
