import { readChunk } from '../../format/chunk.ts';
import type { WordList } from '../../format/files.ts';
import { isRoutingHead } from '../../format/guards.ts';
import {
  beginningOf,
  beginningToken,
  chunkOf,
  decodeRow,
  routingFormat,
  sharedLetters,
  type Row,
  type RoutingHead,
  type SpreadChunks,
} from '../../format/routing.ts';
import { fold } from '../../format/fold.ts';
import { booksInRows, placesOf, type RunTable } from '../../format/run-table.ts';
import { hashOfRun, runLength } from '../../format/runs.ts';
import { DamagedFileError, fetchJson, fetchPacked, rememberByKey } from '../files.ts';

/** Pairs of a phrase that are looked up at first: each costs a request. */
const firstPairs = 2;
/** More is looked up only while more handbooks than this are left: asking one in vain costs more. */
const maxFewBooks = 1;
const maxPairs = 6;
/** Runs between the two ends of a phrase that are looked up, at most. */
const maxMiddle = 2;
/** Where this share of the handbooks can hold a phrase, the first one likely does: none is looked up to tell where to begin. */
const likelyShare = 0.15;

/** How sure a handbook is to hold something: by how many of its pages can. Handbooks that can't are not there. */
export type Candidates = Map<number, number>;

/** The handbooks that are in both, each as sure as in the less sure one. */
export function inBoth(some: Candidates, others: Row): Candidates {
  const both: Candidates = new Map();
  for (const [book, pages] of some) {
    const other = others.get(book);
    if (other !== undefined) both.set(book, Math.min(pages, other));
  }
  return both;
}

/** The pairs of a phrase, those first that cover it with fewest; one character is itself. */
function pairsInOrder(phrase: string): string[] {
  const characters = [...fold(phrase)];
  if (characters.length < 2) return characters;
  const pairs = characters.slice(1).map((next, at) => (characters[at] ?? '') + next);
  const last = pairs.length - 1;
  const cover = pairs.filter((_, at) => at % 2 === 0 || at === last);
  const between = pairs.filter((_, at) => at % 2 === 1 && at !== last);
  // The two ends first, which have least in common.
  const [first, ...rest] = cover;
  const end = rest.pop();
  return [...new Set([first, end, ...rest, ...between].filter((pair) => pair !== undefined))];
}

/** The runs of a phrase's two ends, and those between that cover it, the one in the middle first. */
function runsInOrder(characters: readonly string[]): { ends: string[]; between: string[] } {
  const last = characters.length - runLength;
  const run = (at: number): string => characters.slice(at, at + runLength).join('');
  const middle = last < runLength - 1 ? [] : [Math.floor(last / 2)];
  const others = last > 2 * runLength ? [runLength, last - runLength] : [];
  return {
    ends: [...new Set([run(0), run(last)])],
    between: [...middle, ...others].slice(0, maxMiddle).map(run),
  };
}

/** Which handbooks of a shelf can hold what. Fetches what a question needs, each file once. */
export class Routing {
  readonly head: RoutingHead;
  readonly #pairs: (chunk: number) => Promise<Map<string, Uint8Array>>;
  readonly #words: (chunk: number) => Promise<Map<string, Uint8Array>>;
  readonly #runs: (chunk: number) => Promise<Uint8Array>;

  constructor(root: string, head: RoutingHead) {
    this.head = head;
    const chunks = ({ folder }: SpreadChunks) =>
      rememberByKey(async (chunk: number) =>
        readChunk(await fetchPacked(`${root}${folder}/${String(chunk)}.bin`)),
      );
    this.#pairs = chunks(head.pairs);
    this.#words = chunks(head.words);
    this.#runs = rememberByKey((chunk) =>
      fetchPacked(`${root}${head.runs?.folder ?? ''}/${String(chunk)}.bin`),
    );
  }

  async #pair(pair: string): Promise<Row> {
    const bytes = (await this.#pairs(chunkOf(pair, this.head.pairs.count))).get(pair);
    return bytes ? decodeRow(bytes) : new Map();
  }

  /** Handbooks that can have a run, and those that tell of none. */
  async #run(run: string, table: RunTable): Promise<Row> {
    const { chunk, rows } = placesOf(hashOfRun(run), table);
    const books = booksInRows(await this.#runs(chunk), rows, this.head.books.length);
    return new Map(books.map((book) => [book, Infinity]));
  }

  /**
   * The handbooks that can hold a phrase without white space. All that hold it are among them.
   *
   * @param quickly Look up only as much as tells where to begin.
   */
  async forPhrase(phrase: string, quickly = false): Promise<Candidates> {
    const { runs } = this.head;
    const characters = [...fold(phrase)];
    if (!runs || characters.length < runLength) return await this.#byPairs(phrase, quickly);
    const { ends, between } = runsInOrder(characters);
    const every = (list: readonly string[]) => Promise.all(list.map((run) => this.#run(run, runs)));
    const [rows, paired] = await Promise.all([
      every(ends),
      // A phrase of one run is looked for by its pairs too; so is any for the handbooks that tell of no runs.
      runs.unknown.length > 0 || characters.length === runLength ? this.#byPairs(phrase, quickly) : undefined,
    ]);
    let candidates = rows.reduce<Candidates>(inBoth, new Map(rows[0]));
    if (characters.length === runLength && paired) candidates = inBoth(candidates, paired);
    const begins = quickly && candidates.size > likelyShare * this.head.books.length;
    if (candidates.size > maxFewBooks && !begins)
      for (const row of await every(quickly ? between.slice(0, 1) : between))
        candidates = inBoth(candidates, row);
    for (const book of runs.unknown) {
      const pages = paired?.get(book);
      if (pages !== undefined) candidates.set(book, pages);
    }
    return candidates;
  }

  async #byPairs(phrase: string, quickly: boolean): Promise<Candidates> {
    const pairs = pairsInOrder(phrase);
    const [first = new Map<number, number>(), ...others] = await Promise.all(
      pairs.slice(0, firstPairs).map((pair) => this.#pair(pair)),
    );
    let candidates = others.reduce(inBoth, new Map(first));
    if (quickly || candidates.size <= maxFewBooks) return candidates;
    const more = await Promise.all(pairs.slice(firstPairs, maxPairs).map((pair) => this.#pair(pair)));
    for (const row of more) candidates = inBoth(candidates, row);
    return candidates;
  }

  /** The handbooks that have a word which begins so. */
  async forWord(beginning: string): Promise<Candidates> {
    const short = [...beginning].length < sharedLetters;
    const place = short ? beginning : beginningOf(beginning);
    const words = await this.#words(chunkOf(place, this.head.words.count));
    const candidates: Candidates = new Map();
    for (const [word, bytes] of words) {
      if (short ? word !== beginningToken(beginning) : !word.startsWith(beginning)) continue;
      for (const [book, pages] of decodeRow(bytes))
        candidates.set(book, Math.max(pages, candidates.get(book) ?? 0));
    }
    return candidates;
  }

  /** Words of four letters and more of all handbooks with how many pages have them, the commonest first. */
  async allWords(): Promise<WordList> {
    const chunks = await Promise.all(
      Array.from({ length: this.head.words.count }, (_, chunk) => this.#words(chunk)),
    );
    return chunks
      .flatMap((words) =>
        [...words]
          .filter(([word]) => word.length >= 4 && !word.endsWith('…'))
          .map(([word, bytes]): WordList[number] => [
            word,
            [...decodeRow(bytes).values()].reduce((sum, pages) => sum + pages, 0),
          ]),
      )
      .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  }
}

/**
 * Open the routing of a shelf.
 *
 * @throws UnreachableError, DamagedFileError
 */
export async function openRouting(root: string): Promise<Routing> {
  const head = await fetchJson(`${root}index.json`, isRoutingHead);
  if (head.format !== routingFormat)
    throw new DamagedFileError(`${root}index.json is of another version of the shelf.`);
  return new Routing(root, head);
}
