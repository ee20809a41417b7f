import type { Block } from '../../lib/search/excerpt.ts';
import type { IndexHead, PageText } from '../../lib/search/files.ts';
import type { Pages, PhraseIndex } from '../../lib/search/phrase-index.ts';
import { pageName } from '../../lib/search/records.ts';
import { phraseTokens, type Design } from '../../lib/search/tokens.ts';
import type { Engine, EngineHit } from './engine.ts';
import { once } from './files.ts';

interface Parts {
  /** One for each part of the index. */
  engines: readonly Engine[];
  head: IndexHead;
  /** Fetch and unpack a chunk of a part. */
  chunk: (part: number, name: string) => Promise<Uint8Array>;
  text: (page: string) => Promise<PageText>;
  vocabulary: readonly string[];
}

/** How many answers are kept: a ladder asks for the same phrases on several rungs, and a reader types on. */
const kept = 200;

/** Least number of neighbouring places that hold `count` of them: how far the characters of a query are spread. */
function narrowest(places: readonly number[], count: number): number {
  let least = Infinity;
  for (let end = count - 1; end < places.length; end += 1) {
    least = Math.min(least, places[end]! - places[end - count + 1]! + 1);
  }
  return least;
}

/** Pagefind's index as the ladder sees it. */
export class PagefindIndex implements PhraseIndex {
  readonly #design: IndexHead['design'];
  readonly #parts: readonly { engine: Engine; chunk: (name: string) => Promise<void> }[];
  readonly #text: Parts['text'];
  readonly #answers = new Map<string, Pages>();
  readonly size: number;
  readonly vocabulary: readonly string[];

  constructor({ engines, head, chunk, text, vocabulary }: Parts) {
    this.vocabulary = vocabulary;
    this.#design = head.design;
    this.size = head.size;
    this.#text = text;
    this.#parts = engines.map((engine, part) => ({
      engine,
      chunk: once(async (name) => {
        engine.load(name, await chunk(part, name));
      }),
    }));
  }

  /** Pagefind's own search: all of the words that it knows, by its own ranking; pages by their names on the site. */
  async search(words: string, exact = false): Promise<EngineHit[]> {
    const found = await Promise.all(
      this.#parts.map(async ({ engine, chunk }, part) => {
        await Promise.all(engine.chunksFor(words).map(chunk));
        return engine.search(words, exact).map((hit) => ({ ...hit, p: pageName(part, hit.p) }));
      }),
    );
    return found.length === 1 ? found[0]! : found.flat().sort((a, b) => b.s - a.s);
  }

  async phrase(text: string): Promise<Pages> {
    const known = this.#answers.get(text);
    if (known) return known;
    const tokens = phraseTokens(text, this.#design as Design);
    // One character is no pair; as the beginning of pairs it is found by Pagefind's loose search.
    const exact = this.#design === 'characters' || [...text].length > 1;
    const hits = tokens.length === 0 ? [] : await this.search(tokens.join(' '), exact);
    const pages: Pages = new Map(hits.map(({ p, l }) => [p, l[0]?.l ?? 0]));
    if (this.#answers.size >= kept) this.#answers.delete(this.#answers.keys().next().value!);
    this.#answers.set(text, pages);
    return pages;
  }

  async scattered(text: string): Promise<Pages> {
    // Pairs say nothing of characters apart.
    if (this.#design !== 'characters') return new Map();
    const tokens = phraseTokens(text, this.#design);
    const hits = await this.search([...new Set(tokens)].join(' '));
    return new Map(
      hits.map(({ p, l }) => [
        p,
        narrowest(
          l.map((place) => place.l).sort((a, b) => a - b),
          tokens.length,
        ),
      ]),
    );
  }

  async text(page: string): Promise<readonly Block[]> {
    const { title, keywords, blocks } = await this.#text(page);
    return [title.zh, ...keywords].map((text): Block => ['', text]).concat(blocks);
  }
}
