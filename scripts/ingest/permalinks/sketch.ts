import { must } from '../../../src/lib/must.ts';

/** Number of bins; the similarity of two sketches comes with a standard error of about 1/√32. */
const bins = 32;
/** Characters of a shingle. */
const shingle = 8;
/** Value of a bin that no shingle fell into. */
const none = 0xffff;

/** Smallest hash of the shingles of a text that fell into each bin. */
export type Sketch = Uint16Array;

/**
 * A sketch of a text by one-permutation MinHash over shingles of eight characters (Li, Owen and Zhang, 2012): equal
 * bins of two sketches tell how much text they share. Punctuation and white space count for nothing.
 * @returns `undefined` for a text without letters.
 */
export function sketchOf(text: string): Sketch | undefined {
  const letters = lettersOf(text);
  if (letters.length === 0) return undefined;
  const sketch = new Uint16Array(bins).fill(none);
  const last = Math.max(0, letters.length - shingle);
  for (let start = 0; start <= last; start += 1) {
    let hash = 0x811c9dc5;
    const end = Math.min(letters.length, start + shingle);
    for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ letters[index]!, 0x01000193);
    // The last multiplication leaves the low bits of FNV-1a weak; mix them (finalizer of MurmurHash3).
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
    const bin = hash & (bins - 1);
    const value = (hash >>> 5) & 0xffff;
    if (value < sketch[bin]!) sketch[bin] = value;
  }
  return sketch;
}

/** The letters and digits of a text, wide forms as their usual ones. */
function lettersOf(text: string): Uint16Array {
  const plain = text.normalize('NFKC');
  const letters = new Uint16Array(plain.length);
  let size = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.codePointAt(at) ?? 0;
    const isPair = code > 0xffff;
    if (isLetter(code)) {
      letters[size++] = plain.charCodeAt(at);
      if (isPair) letters[size++] = plain.charCodeAt(at + 1);
    }
    if (isPair) at += 1;
  }
  return letters.subarray(0, size);
}

/** What is known of each character: 0 nothing yet, 1 a letter or digit, 2 neither. */
const kinds = new Uint8Array(0x110000);

function isLetter(code: number): boolean {
  kinds[code] ||= /[\p{L}\p{N}]/u.test(String.fromCodePoint(code)) ? 1 : 2;
  return kinds[code] === 1;
}

/** The sketch of texts together, from their sketches. */
export function mergeSketches(sketches: Sketch[]): Sketch | undefined {
  if (sketches.length === 0) return undefined;
  return Uint16Array.from({ length: bins }, (_, bin) =>
    Math.min(...sketches.map((sketch) => must(sketch[bin]))),
  );
}

/** Estimated share of common shingles, 0 to 1 (Jaccard similarity). */
export function similarity(a: Sketch, b: Sketch): number {
  let equal = 0;
  let filled = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    if (a[bin] === none && b[bin] === none) continue;
    filled += 1;
    if (a[bin] === b[bin]) equal += 1;
  }
  return filled === 0 ? 0 : equal / filled;
}

/** Bin and value of every filled bin, to look similar sketches up by. */
export function sketchKeys(sketch: Sketch): number[] {
  return Array.from(sketch, (value, bin) => (value === none ? -1 : bin * 0x10000 + value)).filter(
    (key) => key >= 0,
  );
}

/** The sketch as text: 86 characters. */
export function printSketch(sketch: Sketch): string {
  const bytes = Buffer.alloc(2 * bins);
  sketch.forEach((value, bin) => bytes.writeUInt16LE(value, 2 * bin));
  return bytes.toString('base64url');
}

/** The sketch from its text. */
export function parseSketch(text: string): Sketch {
  const bytes = Buffer.from(text, 'base64url');
  return Uint16Array.from({ length: bins }, (_, bin) =>
    2 * bin + 1 < bytes.length ? bytes.readUInt16LE(2 * bin) : none,
  );
}
