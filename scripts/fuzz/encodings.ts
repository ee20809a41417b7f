import { Converter } from 'opencc-js/cn2t';
import type { Random } from '../../samples/random.ts';

/*
 * Texts in encodings that the platform reads and doesn't write: each decoder is asked for all it knows, and what it answers is
 * read backwards.
 */

/** The bytes from `first` to `last`. */
const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const pairsOf = (leads: number[], trails: number[]): number[][] =>
  leads.flatMap((lead) => trails.map((trail) => [lead, trail]));
const twoBytes = {
  gb18030: pairsOf(between(0x81, 0xfe), [...between(0x40, 0x7e), ...between(0x80, 0xfe)]),
  big5: pairsOf(between(0x81, 0xfe), [...between(0x40, 0x7e), ...between(0xa1, 0xfe)]),
};

/** The four bytes of GB18030 that are counted by `index`. */
const fourBytes = (index: number): number[] => [
  0x81 + Math.floor(index / 12_600),
  0x30 + (Math.floor(index / 1260) % 10),
  0x81 + (Math.floor(index / 10) % 126),
  0x30 + (index % 10),
];
/** How many of them are for the rarer characters of the first 65,536, and where those beyond begin. */
const [inFirstPlane, otherPlanes] = [39_420, 189_000];

type Encoding = keyof typeof twoBytes;
const tables = new Map<Encoding, Map<string, number[]>>();

/** The bytes of each character that an encoding has in two bytes, or in GB18030 in four. */
function tableOf(encoding: Encoding): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const rare =
    encoding === 'gb18030' ? Array.from({ length: inFirstPlane }, (_, index) => fourBytes(index)) : [];
  const table = new Map<string, number[]>();
  for (const bytes of [...twoBytes[encoding], ...rare]) {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
      table.set(character, bytes);
  }
  tables.set(encoding, table);
  return table;
}

function encode(text: string, encoding: Encoding): Buffer {
  const table = tableOf(encoding);
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      if (code > 0xffff && encoding === 'gb18030') return fourBytes(otherPlanes + code - 0x1_0000);
      return table.get(character) ?? ['?'.charCodeAt(0)];
    }),
  );
}

const toTraditional = Converter({ from: 'cn', to: 'tw' });
const littleEndian = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** A text in one of the encodings that an ingest tells by itself, with and without a byte-order mark. */
export function encoded(text: string, random: Random): Buffer {
  return random.pick([
    () => encode(text, 'gb18030'),
    () => encode(toTraditional(text), 'big5'),
    () => littleEndian(`\ufeff${text}`),
    () => littleEndian(text),
    () => littleEndian(`\ufeff${text}`).swap16(),
    () => littleEndian(text).swap16(),
  ])();
}
