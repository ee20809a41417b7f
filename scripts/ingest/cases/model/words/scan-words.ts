/** A node of the tree of words: what may follow, and the number of the word that ends here. */
interface Node {
  next: Map<number, Node>;
  word: number;
}

/** Finds many words in a text in one pass. */
export class WordScanner {
  readonly #first = new Array<Node | undefined>(0x10000);

  /** @param words numbered by their place; each once */
  constructor(words: string[]) {
    words.forEach((word, number) => {
      let node = (this.#first[word.charCodeAt(0)] ??= { next: new Map(), word: -1 });
      for (let at = 1; at < word.length; at += 1) {
        const code = word.charCodeAt(at);
        let next = node.next.get(code);
        if (!next) node.next.set(code, (next = { next: new Map(), word: -1 }));
        node = next;
      }
      node.word = number;
    });
  }

  /** Call `found` for the longest word at each place of the text, overlapping ones included. */
  scan(text: string, found: (word: number, at: number) => void): void {
    for (let start = 0; start < text.length; start += 1) {
      let node = this.#first[text.charCodeAt(start)];
      let longest = -1;
      for (let at = start + 1; node; at += 1) {
        if (node.word >= 0) longest = node.word;
        node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined;
      }
      if (longest >= 0) found(longest, start);
    }
  }
}
