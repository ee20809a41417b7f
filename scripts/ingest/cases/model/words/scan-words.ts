/** Ways on from a node, as a table of places: a key, and the node that it leads to. */
const tableSize = 1 << 14;
const slotOf = (key: number): number => (Math.imul(key, 0x9e3779b1) >>> 18) & (tableSize - 1);

/** Finds many words in a text in one pass: a tree of their characters, whose nodes are numbers. */
export class WordScanner {
  /** The node of a word's first character; 0 for none. */
  readonly #first = new Uint16Array(0x10000);
  readonly #keys = new Float64Array(tableSize).fill(-1);
  readonly #nodes = new Uint16Array(tableSize);
  /** Number of the word that ends at a node; −1 for none. */
  readonly #words: number[] = [-1];

  /** @param words numbered by their place; each once */
  constructor(words: string[]) {
    words.forEach((word, number) => {
      const start = word.charCodeAt(0);
      let node = (this.#first[start] ||= this.#words.push(-1) - 1);
      for (let at = 1; at < word.length; at += 1) {
        const key = node * 0x10000 + word.charCodeAt(at);
        let slot = slotOf(key);
        while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & (tableSize - 1);
        if (this.#keys[slot] === -1) {
          this.#keys[slot] = key;
          this.#nodes[slot] = this.#words.push(-1) - 1;
        }
        node = this.#nodes[slot]!;
      }
      this.#words[node] = number;
    });
  }

  /** Call `found` for the longest word at each place of the text, overlapping ones included. */
  scan(text: string, found: (word: number, at: number) => void): void {
    const words = this.#words;
    for (let start = 0; start < text.length; start += 1) {
      let node = this.#first[text.charCodeAt(start)]!;
      let longest = -1;
      for (let at = start + 1; node > 0; at += 1) {
        if (words[node]! >= 0) longest = words[node]!;
        node = at < text.length ? this.#next(node, text.charCodeAt(at)) : 0;
      }
      if (longest >= 0) found(longest, start);
    }
  }

  #next(node: number, code: number): number {
    const key = node * 0x10000 + code;
    let slot = slotOf(key);
    while (this.#keys[slot] !== key) {
      if (this.#keys[slot] === -1) return 0;
      slot = (slot + 1) & (tableSize - 1);
    }
    return this.#nodes[slot]!;
  }
}
