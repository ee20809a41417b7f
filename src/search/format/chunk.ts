import { readVarints, writeVarints } from './varints.ts';
import { bisect } from '../../lib/bisect.ts';
import { must } from '../../lib/must.ts';

/**
 * A chunk of an index: some tokens with the bytes of their postings. First the length of the table, then the table (for
 * each token the length of its name and of its postings), then the names, then the postings.
 */
export function encodeChunk(words: readonly (readonly [token: string, postings: Uint8Array])[]): Uint8Array {
  const names = words.map(([token]) => new TextEncoder().encode(token));
  const table = writeVarints(words.flatMap(([, postings], at) => [names[at]!.length, postings.length]));
  const parts = [writeVarints([table.length]), table, ...names, ...words.map(([, postings]) => postings)];
  const chunk = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    chunk.set(part, end);
    end += part.length;
  }
  return chunk;
}

/** The reverse of {@link encodeChunk}. The postings are views of the chunk. */
export function readChunk(chunk: Uint8Array): Map<string, Uint8Array> {
  const start = chunk.findIndex((byte) => byte < 0x80) + 1;
  const tableLength = readVarints(chunk.subarray(0, start))[0] ?? 0;
  const table = readVarints(chunk.subarray(start, start + tableLength));
  const words = new Map<string, Uint8Array>();
  const decoder = new TextDecoder();
  let name = start + tableLength;
  let postings = name;
  for (let at = 0; at < table.length; at += 2) postings += table[at]!;
  for (let at = 0; at < table.length; at += 2) {
    const nameEnd = name + table[at]!;
    const postingsEnd = postings + table[at + 1]!;
    words.set(decoder.decode(chunk.subarray(name, nameEnd)), chunk.subarray(postings, postingsEnd));
    name = nameEnd;
    postings = postingsEnd;
  }
  return words;
}

/** Order of tokens in an index: by code point, which is the order of their UTF-8 bytes and not that of UTF-16. */
export function compareTokens(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let at = 0; at < left.length && at < right.length; at += 1) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The chunk that has a token, if any has: the last one that does not begin behind it. `firsts` are the chunks' first tokens. */
export function chunkWith(token: string, firsts: readonly string[]): number {
  return Math.max(0, bisect(firsts.length, (at) => compareTokens(must(firsts[at]), token) <= 0) - 1);
}

/** The chunks that have the tokens with a beginning. */
export function chunksWith(beginning: string, firsts: readonly string[]): number[] {
  const chunks = [chunkWith(beginning, firsts)];
  for (let at = must(chunks[0]) + 1; firsts[at]?.startsWith(beginning); at += 1) chunks.push(at);
  return chunks;
}
