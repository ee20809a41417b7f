import type { Random } from '../../samples/random.ts';

/** Something that takes input from outside, and what has to hold for any. */
export interface Target {
  name: string;
  /** Ending of the files that finds are kept in. */
  ending: string;
  /** An input: a damaged sound one, or one put together from pieces. */
  make: (random: Random) => Uint8Array;
  /** Take an input. Throws where it does something else than its work or a refusal in plain words. */
  take: (input: Uint8Array) => Promise<void> | void;
}
