/** Some of a list of features, each with how much of it there is. */
export interface Sparse {
  ids: Int32Array;
  values: Float64Array;
}

/** Collects features one by one. */
export class SparseList {
  readonly #ids: Int32Array;
  readonly #values: Float64Array;
  #length = 0;

  /** @param room how many features there are at most */
  constructor(room: number) {
    this.#ids = new Int32Array(room);
    this.#values = new Float64Array(room);
  }

  add(id: number, value = 1): void {
    this.#ids[this.#length] = id;
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The sum of the weights of what was collected, which start at `base`. The list is empty again. */
  weigh(weights: Float64Array, base: number): number {
    let sum = 0;
    for (let at = 0; at < this.#length; at += 1) sum += weights[base + this.#ids[at]!]! * this.#values[at]!;
    this.#length = 0;
    return sum;
  }

  /** What was collected. The list is empty again. */
  take(): Sparse {
    const length = this.#length;
    this.#length = 0;
    return { ids: this.#ids.slice(0, length), values: this.#values.slice(0, length) };
  }
}

/** The sum of weights of some features, which start at `base`. */
export function weigh({ ids, values }: Sparse, weights: Float64Array, base: number): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1) sum += weights[base + ids[at]!]! * values[at]!;
  return sum;
}
