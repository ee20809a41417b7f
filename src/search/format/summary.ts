import { compareTokens } from './chunk.ts';
import { fold } from './fold.ts';
import type { IndexLanguage } from './files.ts';
import { decodeRuns, encodeRuns } from './runs.ts';
import { readVarints, writeVarints } from './varints.ts';

/**
 * A handbook's summary for a shelf: which single characters, pairs of neighbouring characters and English words
 * it has, and on how many pages. With it, most handbooks that can't hold a phrase need not be asked, and one
 * that does hold it is never missed.
 */
export interface Summary {
  /** Single characters and pairs of the Chinese index's texts, folded. */
  pairs: ReadonlyMap<string, number>;
  /** Words of the English index's texts, folded. */
  words: ReadonlyMap<string, number>;
  /** Hashes of the runs of characters of the Chinese index's texts; absent in a summary of an older version. */
  runs?: Uint32Array;
}

/** Version of what a handbook tells a shelf. A shelf leaves out handbooks of another one. */
export const shelfFormat = 1;

/** `pagefind/shelf/head.json`: what a shelf reads of a handbook first. Names are paths beside it. */
export interface ShelfHead {
  format: number;
  /** A {@link Summary}, named after its content. */
  summary: string;
  /** Numbers of pages of the indexes; 0 if a handbook lacks one. */
  pages: Record<IndexLanguage, number>;
  /** Script of the book. */
  language: 'zh-Hans' | 'zh-Hant';
  /** The Chinese index's tables, as a path beside this file. */
  tables: string;
}

/** Single characters and pairs of a text. A pair does not run across white space, as no phrase does. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of fold(text).split(/\s+/u)) {
    let before = '';
    for (const character of run) {
      pairs.add(character);
      if (before !== '') pairs.add(before + character);
      before = character;
    }
  }
  return pairs;
}

/** On how many of the pages each token is. */
export function countPages(pages: Iterable<Iterable<string>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tokens of pages)
    for (const token of new Set(tokens)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

const separator = '\n';

/** UTF-16 units of all tokens together, at most: more than the longest handbooks have. A short summary that is made to can tell of billions. */
const mostUnfolded = 2 ** 25;

function encodeCounts(counts: ReadonlyMap<string, number>): Uint8Array[] {
  const tokens = [...counts.keys()].sort(compareTokens);
  // A token starts with the beginning of the one before it. A number tells how much of it is repeated.
  const shared = tokens.map((token, at) => sharedLength(tokens[at - 1] ?? '', token));
  const names = new TextEncoder().encode(
    tokens.map((token, at) => token.slice(shared[at] ?? 0)).join(separator),
  );
  const beginnings = writeVarints(shared);
  const numbers = writeVarints(tokens.map((token) => counts.get(token) ?? 0));
  return [
    writeVarints([tokens.length, beginnings.length, names.length, numbers.length]),
    beginnings,
    names,
    numbers,
  ];
}

/** How many UTF-16 units two tokens begin alike with; never half a character. */
function sharedLength(before: string, token: string): number {
  let length = 0;
  while (length < before.length && before[length] === token[length]) length += 1;
  return /[\ud800-\udbff]/.test(token.charAt(length - 1)) ? length - 1 : length;
}

function decodeCounts(bytes: Uint8Array, start: number): { counts: Map<string, number>; end: number } {
  const [count = 0, ...lengths] = readVarints(bytes.subarray(start, start + 20));
  let at = start + writeVarints([count, ...lengths.slice(0, 3)]).length;
  const [beginnings, names, numbers] = [0, 1, 2].map((part) =>
    bytes.subarray(at, (at += lengths[part] ?? 0)),
  );
  const shared = readVarints(beginnings ?? new Uint8Array());
  const pages = readVarints(numbers ?? new Uint8Array());
  const counts = new Map<string, number>();
  let token = '';
  let unfolded = 0;
  for (const [index, rest] of new TextDecoder().decode(names).split(separator).entries()) {
    if (index >= count) break;
    token = token.slice(0, shared[index] ?? 0) + rest;
    unfolded += token.length;
    if (unfolded > mostUnfolded) throw new RangeError('A summary unfolds to more than any handbook has.');
    counts.set(token, pages[index] ?? 0);
  }
  return { counts, end: at };
}

/** A summary as bytes, before they are packed. */
export function encodeSummary({ pairs, words, runs }: Summary): Uint8Array {
  const parts = [...encodeCounts(pairs), ...encodeCounts(words), ...(runs ? [encodeRuns(runs)] : [])];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}

/**
 * The reverse of {@link encodeSummary}.
 *
 * @throws RangeError if its tokens unfold to more than those of any handbook
 */
export function decodeSummary(bytes: Uint8Array): Summary {
  const { counts: pairs, end } = decodeCounts(bytes, 0);
  const { counts: words, end: wordsEnd } = decodeCounts(bytes, end);
  const rest = bytes.subarray(wordsEnd);
  return { pairs, words, ...(rest.length > 0 && { runs: decodeRuns(rest) }) };
}
