/** A source of numbers that is the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to `below`, exclusive. */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `share` of the calls. */
  chance(share: number): boolean;
}

/** Numbers by mulberry32: 32 bits of state, even enough for making texts. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (below) => Math.floor(next() * below),
    // An item may itself be undefined: some lists are of stored values.
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
    chance: (share) => next() < share,
  };
}
