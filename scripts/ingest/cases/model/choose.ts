/** A story from paragraph `first` to `last`, and how likely it is. */
export interface Range {
  first: number;
  last: number;
  probability: number;
}

/**
 * Choose stories that don't overlap so that the sum of (probability − `least`) is the largest. The gain of a
 * story doesn't depend on how the rest of the rule is divided.
 * @param probability of the story of `length` paragraphs from `first`, at `[first * longest + length - 1]`
 */
export function choose(probability: Float64Array, size: number, longest: number, least: number): Range[] {
  const gain = new Float64Array(size + 1);
  const taken = new Int32Array(size + 1);
  for (let end = 1; end <= size; end += 1) {
    gain[end] = gain[end - 1]!;
    for (let length = 1; length <= longest && length <= end; length += 1) {
      const first = end - length;
      const value = gain[first]! + probability[first * longest + length - 1]! - least;
      if (value <= gain[end]!) continue;
      gain[end] = value;
      taken[end] = length;
    }
  }
  const ranges: Range[] = [];
  for (let end = size; end > 0;) {
    const length = taken[end]!;
    if (length === 0) {
      end -= 1;
      continue;
    }
    const first = end - length;
    ranges.unshift({ first, last: end - 1, probability: probability[first * longest + length - 1]! });
    end = first;
  }
  return ranges;
}
