/** Characters and pairs of neighbours that are new in a text. */
export interface Needs {
  characters: Set<number>;
  /** The first as `65536 ×` its code, plus the second. */
  pairs: Set<number>;
}

const [newline, space] = [0x0a, 0x20];

/** Which words of a dictionary texts can have in them, judged by the first two characters of each. */
export class Needed {
  readonly #characters = new Set<number>();
  readonly #pairs = new Set<number>();

  /** Whether all that a text needs was asked for before. */
  covers(text: string): boolean {
    let before = newline;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      // No word has a line end in it.
      if (code !== newline) {
        if (!this.#characters.has(code)) return false;
        if (before !== newline && !this.#pairs.has(before * 0x10000 + code)) return false;
      }
      before = code;
    }
    return true;
  }

  begin(): Needs {
    return { characters: new Set(), pairs: new Set() };
  }

  /** Note what a text has that none had before it. */
  add(text: string, { characters, pairs }: Needs): void {
    let before = newline;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (!this.#characters.has(code)) {
        this.#characters.add(code);
        characters.add(code);
      }
      const pair = before * 0x10000 + code;
      if (before !== newline && !this.#pairs.has(pair)) {
        this.#pairs.add(pair);
        pairs.add(pair);
      }
      before = code;
    }
  }

  /** The lines of a dictionary (a word, a space and more on each) that are needed now and weren't before. */
  linesFor({ characters, pairs }: Needs, dictionary: Buffer): Buffer {
    const parts: Buffer[] = [];
    const firsts = new Uint8Array(0x10000);
    for (const pair of pairs) firsts[Math.floor(pair / 0x10000)] = 1;
    let from = -1;
    for (let start = 0, at = 0; start < dictionary.length; start = at) {
      const first = codeAt(dictionary, start);
      const second = start + bytesOf(dictionary[start] ?? 0);
      const isNeeded =
        dictionary[second] === space
          ? characters.has(first)
          : firsts[first] === 1 && pairs.has(first * 0x10000 + codeAt(dictionary, second));
      while (at < dictionary.length && dictionary[at] !== newline) at += 1;
      at += 1;
      if (isNeeded && from < 0) from = start;
      if (!isNeeded && from >= 0) {
        parts.push(dictionary.subarray(from, start));
        from = -1;
      }
    }
    if (from >= 0) parts.push(dictionary.subarray(from));
    return Buffer.concat(parts);
  }
}

/** Bytes of a character in UTF-8, by the first of them. */
function bytesOf(byte: number): number {
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** The first code unit, as of a string, of the character that starts at a byte of UTF-8. */
function codeAt(bytes: Buffer, at: number): number {
  const byte = bytes[at] ?? 0;
  const next = (bytes[at + 1] ?? 0) & 0x3f;
  const third = (bytes[at + 2] ?? 0) & 0x3f;
  if (byte < 0x80) return byte;
  if (byte < 0xe0) return ((byte & 0x1f) << 6) | next;
  if (byte < 0xf0) return ((byte & 0x0f) << 12) | (next << 6) | third;
  const point = ((byte & 0x07) << 18) | (next << 12) | (third << 6) | ((bytes[at + 3] ?? 0) & 0x3f);
  return 0xd800 + ((point - 0x10000) >> 10);
}
