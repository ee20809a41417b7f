const [newline, space] = [0x0a, 0x20];

/** A set of runs of one, two or three characters. Now and then it holds one that was never added. */
type Runs = Uint32Array;
const runs = (): Runs => new Uint32Array(1 << 16);

/** A run of characters as a number; two runs hardly ever have the same. */
function runOf(first: number, second: number, third: number): number {
  const pair = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return Math.imul(pair ^ (pair >>> 15) ^ third, 0xc2b2ae35) >>> 11;
}

const has = (set: Runs, run: number): boolean => (set[run >>> 5]! & (1 << (run & 31))) !== 0;

function add(set: Runs, run: number): void {
  set[run >>> 5]! |= 1 << (run & 31);
}

/**
 * Which words of a dictionary texts can have in them, judged by the first three characters of each. A word that no text
 * has may be taken for one that some have, but not the other way round.
 */
export class Needed {
  /** Runs of the texts that words were loaded for, and of all that were asked for. */
  #loaded = runs();
  readonly #asked = runs();

  /** Whether all that a text needs is loaded. */
  covers(text: string): boolean {
    const loaded = this.#loaded;
    return eachRun(text, (run) => has(loaded, run));
  }

  /** Ask for what a text needs. */
  add(text: string): void {
    const asked = this.#asked;
    eachRun(text, (run) => {
      add(asked, run);
      return true;
    });
  }

  /** The lines of a dictionary (a word, a space and more on each) that were asked for and aren't loaded yet. */
  load(dictionary: Buffer): Buffer {
    const [asked, loaded] = [this.#asked, this.#loaded];
    const found = Buffer.allocUnsafe(dictionary.length);
    let size = 0;
    for (let start = 0, end = 0; start < dictionary.length; start = end) {
      const isNew = isNewWord(dictionary, start, asked, loaded);
      while (end < dictionary.length && dictionary[end] !== newline) end += 1;
      end += 1;
      if (isNew) for (let at = start; at < end; at += 1) found[size++] = dictionary[at] ?? newline;
    }
    this.#loaded = asked.slice();
    return found.subarray(0, size);
  }
}

/** Call `found` for the runs that words in a text may start with, as long as it returns true. @returns whether it always did */
function eachRun(text: string, found: (run: number) => boolean): boolean {
  let [before, last] = [newline, newline];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // No word has a line end in it.
    if (code !== newline) {
      if (!found(runOf(code, 0, 0))) return false;
      if (last !== newline) {
        if (!found(runOf(last, code, 0))) return false;
        if (before !== newline && !found(runOf(before, last, code))) return false;
      }
    }
    before = last;
    last = code;
  }
  return true;
}

/** Whether the word at the start of a line was asked for and isn't loaded. */
function isNewWord(dictionary: Buffer, start: number, asked: Runs, loaded: Runs): boolean {
  const first = codeAt(dictionary, start);
  const alone = runOf(first, 0, 0);
  if (!has(asked, alone)) return false;
  const secondAt = start + bytesOf(dictionary[start]!);
  if (dictionary[secondAt] === space) return !has(loaded, alone);
  const second = codeAt(dictionary, secondAt);
  const pair = runOf(first, second, 0);
  if (!has(asked, pair)) return false;
  const thirdAt = secondAt + bytesOf(dictionary[secondAt]!);
  const isLoaded = has(loaded, alone) && has(loaded, pair);
  if (dictionary[thirdAt] === space) return !isLoaded;
  const triple = runOf(first, second, codeAt(dictionary, thirdAt));
  return has(asked, triple) && !(isLoaded && has(loaded, triple));
}

/** Bytes of a character in UTF-8, by the first of them. */
const bytesOf = (byte: number): number => (byte < 0x80 ? 1 : byte < 0xe0 ? 2 : 3);

/** The character that starts at a byte of UTF-8. No word of the dictionary has one of four bytes. */
function codeAt(bytes: Buffer, at: number): number {
  const byte = bytes[at]!;
  if (byte < 0x80) return byte;
  if (byte < 0xe0) return ((byte & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
  return ((byte & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
}
