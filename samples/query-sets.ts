import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { SearchEntry } from '../src/search/build/entry.ts';
import { must } from '../src/lib/must.ts';
import { seededRandom, type Random } from './random.ts';

/** A query with what it ought to find: the entry it was made from, or every page that grep finds. */
export interface SampleQuery {
  typed: string;
  /** `type/id` of the entry that it was made from. */
  from: string;
}

export const nameOf = ({ type, id }: SearchEntry): string => `${type}/${id}`;

/** Lines of an entry's Chinese text as its page shows it; a phrase does not run from one into the next. */
export const linesOf = (entry: SearchEntry): string[] => [
  entry.title.zh,
  ...(entry.keywords?.zh ?? []),
  ...(entry.summary ? [entry.summary.zh] : []),
  ...entry.blocks.map(([, text]) => text),
];

/** Pages whose text has the query, as grep finds it. */
export const grep = (entries: readonly SearchEntry[], typed: string): Set<string> =>
  new Set(entries.filter((entry) => linesOf(entry).some((line) => line.includes(typed))).map(nameOf));

/** All English of an entry. */
export const englishOf = ({ title, keywords, summary, english = [] }: SearchEntry): string =>
  [title.en ?? '', ...(keywords?.en ?? []), summary?.en ?? '', ...english.map(([, text]) => text)].join('\n');

const onlyHan = /^\p{Script=Han}+$/u;

export class QuerySets {
  readonly #entries: readonly SearchEntry[];
  readonly #random: Random;

  constructor(entries: readonly SearchEntry[], seed = 20_261_123) {
    this.#entries = entries;
    this.#random = seededRandom(seed);
  }

  #many(count: number, make: () => SampleQuery | undefined): SampleQuery[] {
    const made: SampleQuery[] = [];
    for (let tries = 0; made.length < count && tries < count * 200; tries += 1) {
      const query = make();
      if (query) made.push(query);
    }
    return made;
  }

  /** A stretch of Han characters from the text of an entry, `shortest` to `longest` characters long. */
  #stretch(shortest: number, longest: number): SampleQuery | undefined {
    const entry = this.#random.pick(this.#entries);
    const line = this.#random.pick(linesOf(entry));
    const length = shortest + this.#random.below(longest - shortest + 1);
    const start = this.#random.below(Math.max(1, line.length - length));
    const typed = line.slice(start, start + length);
    return typed.length === length && onlyHan.test(typed) ? { typed, from: nameOf(entry) } : undefined;
  }

  /** Random substrings of 2 to 8 characters, words or not. */
  substrings(count: number): SampleQuery[] {
    return this.#many(count, () => this.#stretch(2, 8));
  }

  /** Words that a dictionary knows. */
  words(count: number): SampleQuery[] {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    return this.#many(count, () => {
      const entry = this.#random.pick(this.#entries);
      const words = [...segmenter.segment(this.#random.pick(linesOf(entry)))].map(({ segment }) => segment);
      const typed = this.#random.pick(words);
      return typed.length >= 2 && onlyHan.test(typed) ? { typed, from: nameOf(entry) } : undefined;
    });
  }

  /** Stretches that begin in one word and end in another: 户需. */
  acrossWords(count: number): SampleQuery[] {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    return this.#many(count, () => {
      const entry = this.#random.pick(this.#entries);
      const words = [...segmenter.segment(this.#random.pick(linesOf(entry)))].map(({ segment }) => segment);
      const at = this.#random.below(Math.max(1, words.length - 1));
      const typed = (words[at]?.slice(-1) ?? '') + (words[at + 1]?.slice(0, 1) ?? '');
      return typed.length === 2 && onlyHan.test(typed) ? { typed, from: nameOf(entry) } : undefined;
    });
  }

  /** Six to eight characters that only one entry has, so that it is plain which page is meant. */
  #telling(): SampleQuery | undefined {
    const query = this.#stretch(6, 8);
    return query && grep(this.#entries, query.typed).size === 1 ? query : undefined;
  }

  /** One character inside left out. */
  dropped(count: number): SampleQuery[] {
    return this.#many(count, () => {
      const query = this.#telling();
      if (!query) return undefined;
      const at = 1 + this.#random.below(query.typed.length - 2);
      const typed = query.typed.slice(0, at) + query.typed.slice(at + 1);
      return grep(this.#entries, typed).size === 0 ? { ...query, typed } : undefined;
    });
  }

  /** Two neighbours inside changed round. */
  swapped(count: number): SampleQuery[] {
    return this.#many(count, () => {
      const query = this.#telling();
      if (!query) return undefined;
      const at = 1 + this.#random.below(query.typed.length - 3);
      const [first = '', second = ''] = query.typed.slice(at, at + 2);
      const typed = query.typed.slice(0, at) + second + first + query.typed.slice(at + 2);
      return typed !== query.typed && grep(this.#entries, typed).size === 0 ? { ...query, typed } : undefined;
    });
  }

  /** One character inside doubled. */
  doubled(count: number): SampleQuery[] {
    return this.#many(count, () => {
      const query = this.#telling();
      if (!query) return undefined;
      const at = 1 + this.#random.below(query.typed.length - 2);
      const typed = query.typed.slice(0, at) + query.typed.charAt(at) + query.typed.slice(at);
      return grep(this.#entries, typed).size === 0 ? { ...query, typed } : undefined;
    });
  }

  /** Two keywords of one entry that no other entry has both of as keywords. */
  twoKeywords(count: number): SampleQuery[] {
    return this.#many(count, () => {
      const entry = this.#random.pick(this.#entries);
      const keywords = entry.keywords?.zh ?? [];
      if (keywords.length < 2) return undefined;
      const [first, second] = [this.#random.pick(keywords), this.#random.pick(keywords)];
      if (!first || !second || first === second) return undefined;
      const both = this.#entries.filter(
        (other) => other.keywords?.zh.includes(first) && other.keywords.zh.includes(second),
      );
      return both.length === 1 ? { typed: `${first} ${second}`, from: nameOf(entry) } : undefined;
    });
  }

  /** Titles that one entry alone has. */
  titles(count: number): SampleQuery[] {
    return this.#unique(count, ({ title }) => title.zh);
  }

  #unique(count: number, text: (entry: SearchEntry) => string | undefined): SampleQuery[] {
    return this.#many(count, () => {
      const entry = this.#random.pick(this.#entries);
      const typed = text(entry);
      if (typed === undefined) return undefined;
      const same = this.#entries.filter((other) => text(other)?.toLowerCase() === typed.toLowerCase());
      return same.length === 1 ? { typed, from: nameOf(entry) } : undefined;
    });
  }

  /** Telling stretches written in Traditional characters. */
  traditional(count: number): SampleQuery[] {
    const convert = Converter({ from: 'cn', to: 'tw' });
    return this.#many(count, () => {
      const query = this.#telling();
      const typed = query && convert(query.typed);
      return query && typed !== query.typed ? { ...query, typed: must(typed) } : undefined;
    });
  }

  /**
   * The first six characters of titles: the first n spelt out, the others by their initials, with n going
   * round.
   */
  pinyin(count: number): SampleQuery[] {
    return this.#many(count, () => {
      const entry = this.#random.pick(this.#entries);
      const beginning = entry.title.zh.slice(0, 6);
      if (beginning.length < 4 || !onlyHan.test(beginning)) return undefined;
      const same = this.#entries.filter(({ title }) => title.zh.startsWith(beginning));
      if (same.length !== 1) return undefined;
      const syllables = pinyin(beginning, { toneType: 'none', type: 'array', v: true });
      const spelt = this.#random.below(3);
      const typed = syllables.map((syllable, at) => (at < spelt ? syllable : syllable.charAt(0))).join('');
      return { typed, from: nameOf(entry) };
    });
  }

  /** Words of the English text, four letters and longer. */
  englishWords(count: number): SampleQuery[] {
    return this.#many(count, () => {
      const entry = this.#random.pick(this.#entries);
      const line = entry.english && entry.english.length > 0 ? this.#random.pick(entry.english)[1] : '';
      const words = line.match(/(?<![\p{L}\p{N}'’-])[a-z]{4,}(?![\p{L}\p{N}'’-])/gu) ?? [];
      return words.length > 0 ? { typed: this.#random.pick(words), from: nameOf(entry) } : undefined;
    });
  }

  /** English words of six letters and more with one mistake inside, so that no word of the text begins so; `meant` is the word. */
  englishMistyped(count: number): (SampleQuery & { meant: string })[] {
    const known = new Set(
      this.#entries.flatMap(
        (entry) =>
          englishOf(entry)
            .toLowerCase()
            .match(/[a-z]+/gu) ?? [],
      ),
    );
    const made: (SampleQuery & { meant: string })[] = [];
    for (const { typed: meant, from } of this.englishWords(count * 20)) {
      if (made.length === count) break;
      if (meant.length < 6) continue;
      const at = 1 + this.#random.below(meant.length - 2);
      const [left, here = '', right] = [meant.slice(0, at), meant[at], meant.slice(at + 1)];
      const typed = this.#random.pick([
        left + right,
        left + here + here + right,
        left + (right[0] ?? '') + here + right.slice(1),
        left + (here === 'e' ? 'o' : 'e') + right,
      ]);
      if (typed !== meant && ![...known].some((word) => word.startsWith(typed)))
        made.push({ typed, meant, from });
    }
    return made;
  }

  /** English titles that one entry alone has. */
  english(count: number): SampleQuery[] {
    return this.#unique(count, ({ title }) => title.en);
  }

  /** Numbers of rules, in the ways that readers write them. */
  ruleNumbers(count: number): SampleQuery[] {
    const rules = this.#entries.filter(({ type }) => type === 'rule');
    return this.#many(count, () => {
      const rule = this.#random.pick(rules);
      const [chapter = 0, number = 0] = rule.id.split('-').map(Number);
      const typed = this.#random.pick([
        `${String(chapter)}.${String(number)}`,
        `${String(chapter)}-${String(number)}`,
        `法则${String(chapter)}.${String(number)}`,
        `第${String(chapter)}章第${String(number)}条`,
      ]);
      return { typed, from: nameOf(rule) };
    });
  }
}
