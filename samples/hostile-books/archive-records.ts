import { strToU8, unzipSync } from 'fflate';
import { plainFormatBook } from '../formats/book.ts';
import { writeDocx } from '../formats/write-docx.ts';
import { writeEpub } from '../formats/write-epub.ts';
import type { HostileBook } from './hostile-book.ts';
import { writeZip, type ZipFile } from './write-zip.ts';

const book = plainFormatBook(1);
const filesOf = (archive: Uint8Array): ZipFile[] =>
  Object.entries(unzipSync(archive)).map(([name, content]) => ({ name, content }));
const word = filesOf(writeDocx(book, 'styles'));
const epub = filesOf(writeEpub(book));
const isText = ({ name }: ZipFile): boolean => name === 'word/document.xml';
const changed = (change: (file: ZipFile) => Partial<ZipFile>): ZipFile[] =>
  word.map((file) => ({ ...file, ...change(file) }));

/** A record of an archive's end, of an archive without files. */
const emptyEnd = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);

/** Archives with odd records; some of them are intact all the same. */
export const archiveRecords: Record<string, HostileBook> = {
  'an archive written as a stream, its sizes behind its files': {
    bytes: () => writeZip(changed(() => ({ streamed: true }))),
    read: true,
  },
  'an archive with sizes of 64 bits': {
    bytes: () => writeZip(changed(() => ({ wide: { lie: 0 } }))),
    read: true,
  },
  'sizes of 64 bits past the end of everything': {
    bytes: () => writeZip(changed(() => ({ wide: { lie: 2 ** 52 } }))),
    refused: /damaged|far more/,
  },
  'sizes of 64 bits that a machine can’t count': {
    bytes: () => writeZip(changed(() => ({ wide: { lie: Number.MAX_SAFE_INTEGER } }))),
    refused: /damaged|far more/,
  },
  'an archive whose comment is the end of another': {
    bytes: () => writeZip(word, Buffer.concat([Buffer.from('x'), emptyEnd, Buffer.from('yz')])),
    read: true,
  },
  'a text that is a link to a file of this machine': {
    bytes: () =>
      writeZip(
        changed((file) => (isText(file) ? { content: strToU8('../../../etc/passwd'), mode: 0o120777 } : {})),
      ),
    refused: /no XML/,
  },
  'files whose own headers call them something else': {
    bytes: () => writeZip(changed(() => ({ localName: '../../../../tmp/x' }))),
    read: true,
  },
  'a text that is in its archive twice, with two contents': {
    bytes: () => writeZip([...word, { name: 'word/document.xml', content: strToU8('<w:document/>') }]),
    read: true,
  },
  'names in an encoding of Windows': {
    // 第一.xhtml and so on, as Chinese programs wrote them before archives had Unicode.
    bytes: () =>
      writeZip(
        epub.map(({ name, content }) => ({
          name:
            typeof name === 'string' && name.endsWith('part1.xhtml')
              ? Buffer.concat([
                  Buffer.from('OEBPS/text/'),
                  Buffer.from('b5dad2bb', 'hex'),
                  Buffer.from('.xhtml'),
                ])
              : name,
          content: strToU8(
            new TextDecoder().decode(content).replaceAll('text/part1.xhtml', 'text/%E7%AC%AC%E4%B8%80.xhtml'),
          ),
        })),
      ),
    read: true,
  },
  'an archive that is all names': {
    bytes: () =>
      writeZip([
        ...word,
        ...Array.from({ length: 15_000 }, (_, index) => ({
          name: `${'../'.repeat(80)}${index}`,
          content: new Uint8Array(),
        })),
      ]),
    heavy: true,
  },
  'an archive that ends in the middle of its list': {
    bytes: () => {
      const whole = Buffer.from(writeZip(word));
      const end = whole.subarray(-22);
      return Buffer.concat([whole.subarray(0, -200), end]);
    },
    refused: /damaged/,
  },
};
