import type { Block } from '../format/block.ts';
import type { ChineseHead, PageText } from '../format/files.ts';
import { chunksWith, chunkWith, readChunk } from '../format/chunk.ts';
import type { Pages, PhraseIndex } from '../format/phrase-index.ts';
import {
  cheapestCover,
  pagesWithPhrase,
  pagesWithScattered,
  type PhrasePart,
} from '../query/match/phrases.ts';
import { decodePostings, unitePostings, type Postings } from '../format/postings.ts';
import { phraseTokens, placeInBlocks } from '../format/tokens.ts';
import { rememberByKey } from './files.ts';

/** Bytes that a guess at a mistyped word's first or last character may cost. */
const maxGuessBytes = 120_000;

/** Chunks that a phrase's characters are looked up in at first, the smallest; few pages have these characters at their places by chance. */
const firstChunks = (unknown: number): number => (unknown > 6 ? 4 : 3);

interface Parts {
  head: ChineseHead;
  /** Fetch and unpack a chunk by its position. */
  chunk: (position: number) => Promise<Uint8Array>;
  text: (page: number) => Promise<PageText>;
  vocabulary: readonly string[];
}

/** Returns the list as it is if nothing in it is missing. */
function allKnown<T>(list: readonly (T | undefined)[]): T[] | undefined {
  const known = list.filter((each) => each !== undefined);
  return known.length === list.length ? known : undefined;
}

/** The index of a site's Chinese text as the ladder sees it. Fetches the chunks that a phrase needs, each once. */
export class PostingsIndex implements PhraseIndex {
  readonly #head: ChineseHead;
  readonly #firsts: readonly string[];
  readonly #chunk: (position: number) => Promise<Map<string, Uint8Array>>;
  readonly #fetched = new Set<number>();
  readonly #postings = new Map<string, Postings>();
  readonly #text: Parts['text'];
  readonly vocabulary: readonly string[];

  constructor({ head, chunk, text, vocabulary }: Parts) {
    this.#head = head;
    this.#firsts = head.firsts.split(' ');
    this.#chunk = rememberByKey(async (position) => {
      const words = readChunk(await chunk(position));
      this.#fetched.add(position);
      return words;
    });
    this.#text = text;
    this.vocabulary = vocabulary;
  }

  get size(): number {
    return this.#head.size;
  }

  /** The places of a token; `undefined` if it has none. */
  async #postingsOf(token: string): Promise<Postings | undefined> {
    const known = this.#postings.get(token);
    if (known) return known;
    const bytes = (await this.#chunk(chunkWith(token, this.#firsts))).get(token);
    if (!bytes) return undefined;
    const postings = decodePostings(bytes);
    this.#postings.set(token, postings);
    return postings;
  }

  /** What it costs to fetch a token. */
  #cost(token: string): number {
    const chunk = chunkWith(token, this.#firsts);
    return this.#fetched.has(chunk) ? 0 : (this.#head.bytes[chunk] ?? 0);
  }

  /** The parts of a phrase that begins `start` tokens behind the place that is looked for; `undefined` where one is nowhere. */
  async #partsOf(text: string, start = 0): Promise<PhrasePart[] | undefined> {
    const tokens = phraseTokens(text, this.#head.design);
    if (tokens.length === 0) return undefined;
    const chosen =
      this.#head.design === 'characters'
        ? [...tokens.keys()]
        : cheapestCover(tokens.map((token) => this.#cost(token)));
    const parts = await Promise.all(
      chosen.map(async (at) => {
        const postings = await this.#postingsOf(tokens[at] ?? '');
        return postings && { offset: start + at, postings };
      }),
    );
    return allKnown(parts);
  }

  /** Whether a text is one character in an index of pairs. It is where the pairs are that begin with it. */
  #isHalfPair(text: string): boolean {
    return this.#head.design === 'bigrams' && [...text].length === 1;
  }

  async #halfPair(character: string): Promise<Postings> {
    const [beginning = character] = phraseTokens(character, this.#head.design);
    const chunks = await Promise.all(chunksWith(beginning, this.#firsts).map((chunk) => this.#chunk(chunk)));
    const pairs = chunks.flatMap((words) => [...words.keys()]).filter((pair) => pair.startsWith(beginning));
    const all = await Promise.all(pairs.map((pair) => this.#postingsOf(pair)));
    return unitePostings(all.filter((postings) => postings !== undefined));
  }

  /** A phrase of many characters by those that cost least; the few pages that have these at their places are read. */
  async #byFewCharacters(text: string): Promise<Pages | undefined> {
    const tokens = phraseTokens(text, this.#head.design);
    const chunks = [...new Set(tokens.map((token) => chunkWith(token, this.#firsts)))];
    const unknown = chunks.filter((chunk) => !this.#fetched.has(chunk));
    const few = firstChunks(unknown.length);
    if (unknown.length <= few + 1) return undefined;
    unknown.sort((a, b) => (this.#head.bytes[a] ?? 0) - (this.#head.bytes[b] ?? 0));
    const dear = new Set(unknown.slice(few));
    const parts = await Promise.all(
      [...tokens.entries()]
        .filter(([, token]) => !dear.has(chunkWith(token, this.#firsts)))
        .map(async ([offset, token]) => {
          const postings = await this.#postingsOf(token);
          return postings && { offset, postings };
        }),
    );
    const known = allKnown(parts);
    const pages = known ? pagesWithPhrase(known) : new Map<number, number>();
    // To read a page costs as much as a chunk, and it will be shown.
    if (pages.size > dear.size) return undefined;
    const read = await Promise.all(
      [...pages.keys()].map(async (page) => {
        const { title, keywords, blocks } = await this.#text(page);
        return [
          page,
          placeInBlocks([title.zh, ...keywords, ...blocks.map(([, block]) => block)], text),
        ] as const;
      }),
    );
    return new Map(read.filter(([, place]) => place >= 0));
  }

  async phrase(text: string): Promise<Pages> {
    const few = this.#head.design === 'characters' ? await this.#byFewCharacters(text) : undefined;
    if (few) return few;
    const parts = this.#isHalfPair(text)
      ? [{ offset: 0, postings: await this.#halfPair(text) }]
      : await this.#partsOf(text);
    return parts ? pagesWithPhrase(parts) : new Map();
  }

  /**
   * One of two parts that are looked for apart. A single character is passed over if too many pairs would have
   * to be fetched for it.
   */
  async #side(text: string, start: number): Promise<PhrasePart[] | undefined> {
    if (!this.#isHalfPair(text)) return await this.#partsOf(text, start);
    const [beginning = text] = phraseTokens(text, this.#head.design);
    const chunks = chunksWith(beginning, this.#firsts);
    const bytes = chunks
      .filter((chunk) => !this.#fetched.has(chunk))
      .reduce((sum, chunk) => sum + (this.#head.bytes[chunk] ?? 0), 0);
    return bytes > maxGuessBytes ? [] : [{ offset: start, postings: await this.#halfPair(text) }];
  }

  async apart([before, after]: readonly [string, string], between: number): Promise<Pages> {
    const sides = await Promise.all([this.#side(before, 0), this.#side(after, [...before].length + between)]);
    const parts = allKnown(sides);
    return parts ? pagesWithPhrase(parts.flat()) : new Map();
  }

  async scattered(text: string): Promise<Pages> {
    // An index of pairs can't find single characters.
    if (this.#head.design === 'bigrams') return new Map();
    const tokens = [...new Set(phraseTokens(text, this.#head.design))];
    const all = allKnown(await Promise.all(tokens.map((token) => this.#postingsOf(token))));
    return all ? pagesWithScattered(all) : new Map();
  }

  async text(page: number): Promise<readonly Block[]> {
    const { title, keywords, blocks } = await this.#text(page);
    return [title.zh, ...keywords].map((text): Block => ['', text]).concat(blocks);
  }
}
