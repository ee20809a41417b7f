import { isUtf8 } from 'node:buffer';
import { InputError } from '../../input-error.ts';
import { commonCharacters } from './common-characters.ts';
import { isVisible } from './visible.ts';
import { own } from '../../../../src/lib/own.ts';
import { must } from '../../../../src/lib/must.ts';

export const encodings = ['UTF-8', 'GB18030', 'BIG5', 'UTF-16LE', 'UTF-16BE'] as const;
export type Encoding = (typeof encodings)[number];

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** Places where bytes made no character, which have U+FFFD instead. */
  damaged: number;
}

const aliases: Record<string, Encoding> = {
  utf8: 'UTF-8',
  gb18030: 'GB18030',
  gbk: 'GB18030',
  gb2312: 'GB18030',
  cp936: 'GB18030',
  ansi: 'GB18030',
  big5: 'BIG5',
  big5hkscs: 'BIG5',
  cp950: 'BIG5',
  utf16le: 'UTF-16LE',
  utf16: 'UTF-16LE',
  utf16be: 'UTF-16BE',
};

/** The encoding that a person calls `name`, in any spelling; `undefined` for one that isn't supported. */
export function encodingNamed(name: string): Encoding | undefined {
  return own(aliases, name.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

/** Bytes looked at to tell encodings apart. */
const sampleSize = 1 << 18;
/** A text of which fewer characters than this are common in Chinese is not recognised. */
const leastScore = 0.35;
/** The best reading must lead the next one by this much. */
const leastMargin = 0.15;
/** More damage than this share of the characters means a wrong encoding. */
const mostDamage = 0.01;

/**
 * Decode a text file: by the given encoding, else by its byte-order mark, else as UTF-8 where it is valid, else by
 * the share of common characters each reading has.
 * @throws {@link InputError} where the file is empty, no text, or its encoding is in doubt.
 */
export function decode(bytes: Uint8Array, named?: Encoding): Decoded {
  if (bytes.length === 0) throw new InputError('The file is empty. Give a file with the text of the book.');
  if (isUtf32(bytes))
    throw new InputError('The file is in UTF-32, which is not read. Save it as UTF-8, and give that.');
  const encoding = named ?? byteOrderMark(bytes) ?? (isPlainUtf8(bytes) ? 'UTF-8' : guess(bytes));
  const text = read(bytes, encoding);
  const damaged = count(text, '\ufffd');
  if (damaged > mostDamage * text.length) {
    throw new InputError(
      `${damaged} places of the file can't be read as ${encoding}. ${named ? 'Leave --encoding out, or name another one' : 'Name the right encoding with --encoding'} (${encodings.join(', ')}), or save the file as UTF-8.`,
    );
  }
  if (controlShare(text) > 0.05) throw binary();
  if (!isVisible(text))
    throw new InputError('The file holds nothing but white space. Give a file with the text of the book.');
  return { text, encoding, damaged };
}

function read(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding.toLowerCase()).decode(bytes);
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'UTF-8';
  if (a === 0xff && b === 0xfe) return 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  return undefined;
}

/** By its byte-order mark, which begins like that of UTF-16. */
function isUtf32([a, b, c, d]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
}

/** Valid UTF-8, and not UTF-16 of mostly Latin text, which is valid UTF-8 full of NULs. */
export function isPlainUtf8(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes)) return false;
  const sample = bytes.subarray(0, sampleSize);
  return sample.reduce((n, byte) => n + Number(byte === 0), 0) < 0.1 * sample.length;
}

/** The reading with the most common characters. Replacement characters alone tell nothing: Big5 read as GB18030 has none. */
function guess(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, Math.min(sampleSize, bytes.length));
  const scored = encodings
    .map((encoding) => ({ encoding, score: commonShare(read(sample, encoding)) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = [must(scored[0]), must(scored[1])];
  if (best.score >= leastScore && best.score - next.score >= leastMargin) return best.encoding;
  if (best.score < leastScore && looksBinary(sample)) throw binary();
  throw new InputError(
    `The encoding of the file is in doubt (${scored
      .slice(0, 3)
      .map(({ encoding, score }) => `${encoding} ${score.toFixed(2)}`)
      .join(
        ', ',
      )}; 1 is certain). Name it with --encoding (${encodings.join(', ')}), or save the file as UTF-8.`,
  );
}

/** Share of the visible characters that are common in Chinese text; unassigned and private ones count against it. */
function commonShare(text: string): number {
  let visible = 0;
  let points = 0;
  for (const c of text) {
    const code = must(c.codePointAt(0));
    if (code <= 0x20 || (code > 0x20 && code < 0x7f)) continue;
    visible += 1;
    if (commonCharacters.has(c)) points += 1;
    else if (
      (code >= 0x3000 && code <= 0x301f) ||
      (code >= 0xff01 && code <= 0xff5e) ||
      (code >= 0x2010 && code <= 0x2026)
    )
      points += 0.6;
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code < 0xa0) points -= 1;
  }
  return visible === 0 ? 0 : points / visible;
}

function looksBinary(bytes: Uint8Array): boolean {
  let control = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32)) control += 1;
  return control > 0.02 * bytes.length;
}

function controlShare(text: string): number {
  const sample = text.slice(0, sampleSize);
  return (sample.match(/[\0-\x08\x0e-\x1f\x7f]/g)?.length ?? 0) / sample.length;
}

function count(text: string, character: string): number {
  let n = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) n += 1;
  return n;
}

function binary(): InputError {
  return new InputError(
    'The file is binary, not text. Save the book as plain text (.txt, UTF-8) and give that.',
  );
}
