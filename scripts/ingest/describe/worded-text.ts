import { cutWords } from '../language/words/dictionary.ts';

/** A text that knows where its words begin and end. It is in Simplified characters, as the dictionary is. */
export class WordedText {
  readonly text: string;
  readonly #edges = new Set<number>([0]);

  constructor(text: string) {
    this.text = text;
    let at = 0;
    for (const word of cutWords(text)) this.#edges.add((at += word.length));
  }

  /** Matches that begin or end with a word: neither 江南 in 大江南北 nor 电梯 in 发电梯队. */
  mentions(pattern: RegExp): RegExpExecArray[] {
    return [...this.text.matchAll(pattern)].filter(
      ({ 0: { length }, index }) => this.#edges.has(index) || this.#edges.has(index + length),
    );
  }
}
