import { fold } from './fold.ts';
import { hashOf } from './token-hash.ts';
import { readVarints, writeVarints } from './varints.ts';

/** Characters of a run. Of handbooks that lack a phrase, two in ten have all its pairs; one in a hundred has the runs of its two ends. */
export const runLength = 3;

/** Bits of a hash that are dropped: what is left tells the runs of one handbook apart well enough, and takes a byte or two each. */
const droppedBits = 8;

/** What a run goes by. */
export const hashOfRun = (run: string): number => hashOf(run) >>> droppedBits;

/** Hashes of all runs of some texts. A run does not go across white space, as no phrase does. */
export function runsOf(texts: Iterable<string>): Set<number> {
  const hashes = new Set<number>();
  for (const text of texts)
    for (const piece of fold(text).split(/\s+/u)) {
      const characters = [...piece];
      for (let at = 0; at + runLength <= characters.length; at += 1)
        hashes.add(hashOfRun(characters.slice(at, at + runLength).join('')));
    }
  return hashes;
}

/** Hashes as bytes, each as the distance from the one before. */
export function encodeRuns(hashes: Iterable<number>): Uint8Array {
  const sorted = Uint32Array.from(hashes).sort();
  return writeVarints(Array.from(sorted, (hash, at) => hash - (sorted[at - 1] ?? 0)));
}

/** The reverse of {@link encodeRuns}. */
export function decodeRuns(bytes: Uint8Array): Uint32Array {
  let hash = 0;
  return readVarints(bytes).map((step) => (hash += step));
}
