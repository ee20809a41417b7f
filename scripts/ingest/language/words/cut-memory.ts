/** Characters of the lines that are remembered, at most; one more forgets all of them. */
const maxCharacters = 40_000_000;
/** The length of a word is kept in one byte. */
const maxWordLength = 0xff;
const firstRoom = 1024;

/**
 * Remembers how lines were cut into words. Cutting a line takes some twenty times as long as putting its words together
 * again, and each is asked for when cases are looked for and when its text is described. A word costs a byte.
 */
export class CutMemory {
  readonly #cut: (line: string) => string[];
  readonly #maxCharacters: number;
  /** Where the lengths of a line's words begin. */
  readonly #starts = new Map<string, number>();
  #lengths = new Uint8Array(firstRoom);
  #used = 0;
  #characters = 0;

  /** @param cut cuts a line, which is all of its words in their order */
  constructor(cut: (line: string) => string[], most = maxCharacters) {
    this.#cut = cut;
    this.#maxCharacters = most;
  }

  wordsOf(line: string): string[] {
    const start = this.#starts.get(line);
    if (start !== undefined) return this.#again(line, start);
    const words = this.#cut(line);
    this.#remember(line, words);
    return words;
  }

  #again(line: string, start: number): string[] {
    const words: string[] = [];
    for (let at = 0, next = start; at < line.length; next += 1) {
      const length = this.#lengths[next] ?? 1;
      words.push(line.slice(at, at + length));
      at += length;
    }
    return words;
  }

  #remember(line: string, words: readonly string[]): void {
    if (words.some(({ length }) => length > maxWordLength)) return;
    this.#characters += line.length;
    if (this.#characters > this.#maxCharacters) {
      this.forget();
      this.#characters = line.length;
    }
    this.#makeRoom(words.length);
    this.#starts.set(line, this.#used);
    for (const { length } of words) this.#lengths[this.#used++] = length;
  }

  forget(): void {
    this.#starts.clear();
    this.#lengths = new Uint8Array(firstRoom);
    this.#used = 0;
    this.#characters = 0;
  }

  #makeRoom(words: number): void {
    if (this.#used + words <= this.#lengths.length) return;
    const longer = new Uint8Array(2 * (this.#used + words));
    longer.set(this.#lengths);
    this.#lengths = longer;
  }
}
