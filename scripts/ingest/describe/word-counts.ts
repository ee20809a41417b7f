import { threadId } from 'node:worker_threads';

/** The words of a text, as their numbers in a list, each with how often it is there. */
export interface WordCounts {
  /** The name of the list: each thread has its own. */
  list: string;
  words: Uint32Array;
  times: Uint16Array;
  /** Words that the list got from this text; the first of them is number `from`. */
  from: number;
  fresh: string[];
}

let lists = 0;

/** Words that texts have, numbered from 0 as they come. */
export class WordList {
  readonly #name = `${threadId}-${(lists += 1)}`;
  readonly #numbers = new Map<string, number>();

  /** Count the words of a text. */
  count(words: Iterable<string>): WordCounts {
    const from = this.#numbers.size;
    const times = new Map<number, number>();
    const fresh: string[] = [];
    for (const word of words) {
      let number = this.#numbers.get(word);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(word, number);
        fresh.push(word);
      }
      times.set(number, (times.get(number) ?? 0) + 1);
    }
    return {
      list: this.#name,
      words: Uint32Array.from(times.keys()),
      times: Uint16Array.from(times.values()),
      from,
      fresh,
    };
  }
}

/**
 * Bring the counts of texts into one list, whatever lists they come from.
 * @returns each text's words with their numbers in `spelling`
 */
export function inOneList(counts: readonly WordCounts[]): {
  spelling: string[];
  texts: { words: Uint32Array; times: Uint16Array }[];
} {
  const spelling: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, spelling.length);
    return spelling.push(word) - 1;
  };
  const numberIn = new Map<string, number[]>();
  for (const { list, from, fresh } of counts) {
    const own = numberIn.get(list) ?? [];
    fresh.forEach((word, index) => {
      own[from + index] = numberOf(word);
    });
    numberIn.set(list, own);
  }
  const texts = counts.map(({ list, words, times }) => {
    const own = numberIn.get(list) ?? [];
    return { words: words.map((number) => own[number] ?? 0), times };
  });
  return { spelling, texts };
}
