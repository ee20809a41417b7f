import { cutWords } from '../language/words/dictionary.ts';

/** Marks that no word reaches over. */
const betweenWords = /[，。；：！？、“”\n]/;

/** A text that knows where its words begin and end. It is in Simplified characters, as the dictionary is. */
export class WordedText {
  readonly text: string;
  /** Where words end in the clauses that were asked about, by where the clause starts. */
  readonly #ends = new Map<number, Set<number>>();

  constructor(text: string) {
    this.text = text;
  }

  /** Matches that begin or end with a word: neither 江南 in 大江南北 nor 电梯 in 发电梯队. */
  mentions(pattern: RegExp): RegExpExecArray[] {
    return [...this.text.matchAll(pattern)].filter(
      ({ 0: { length }, index }) => this.#isEdge(index) || this.#isEdge(index + length),
    );
  }

  /** Most of a text mentions nothing, so only clauses in which something was found are cut into words. */
  #isEdge(at: number): boolean {
    let start = at;
    while (start > 0 && !betweenWords.test(this.text.charAt(start - 1))) start -= 1;
    if (start === at) return true;
    const ends = this.#ends.get(start) ?? this.#wordEnds(start);
    this.#ends.set(start, ends);
    return ends.has(at);
  }

  #wordEnds(start: number): Set<number> {
    const length = this.text.slice(start).search(betweenWords);
    let at = start;
    const words = cutWords(this.text.slice(start, length < 0 ? undefined : start + length));
    return new Set(words.map((word) => (at += word.length)));
  }
}
