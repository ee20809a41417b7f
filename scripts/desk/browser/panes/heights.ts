/**
 * Heights of many rows, estimated or measured. It finds the offset of a row and the row at an offset quickly (a Fenwick tree).
 */
export class Heights {
  readonly #heights: Float64Array;
  readonly #sums: Float64Array;

  constructor(estimates: Float64Array) {
    this.#heights = estimates;
    const size = estimates.length;
    this.#sums = new Float64Array(size + 1);
    for (let i = 1; i <= size; i += 1) {
      this.#sums[i] = (this.#sums[i] ?? 0) + (estimates[i - 1] ?? 0);
      const parent = i + (i & -i);
      if (parent <= size) this.#sums[parent] = (this.#sums[parent] ?? 0) + (this.#sums[i] ?? 0);
    }
  }

  get size(): number {
    return this.#heights.length;
  }

  get total(): number {
    return this.top(this.size);
  }

  of(index: number): number {
    return this.#heights[index] ?? 0;
  }

  /** Offset of a row. */
  top(index: number): number {
    let sum = 0;
    for (let i = index; i > 0; i -= i & -i) sum += this.#sums[i] ?? 0;
    return sum;
  }

  /** The row at an offset. */
  at(place: number): number {
    let index = 0;
    let left = place;
    for (let step = 2 ** Math.floor(Math.log2(Math.max(1, this.size))); step > 0; step /= 2) {
      const sum = this.#sums[index + step];
      if (index + step <= this.size && sum !== undefined && sum <= left) {
        index += step;
        left -= sum;
      }
    }
    return Math.min(index, Math.max(0, this.size - 1));
  }

  /** Set a measured height. */
  set(index: number, height: number): void {
    const change = height - this.of(index);
    if (change === 0) return;
    this.#heights[index] = height;
    for (let i = index + 1; i <= this.size; i += i & -i) this.#sums[i] = (this.#sums[i] ?? 0) + change;
  }
}
