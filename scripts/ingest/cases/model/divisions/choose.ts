/** A story from paragraph `first` to `last`, and how likely it is. */
export interface Range {
  first: number;
  last: number;
  probability: number;
}

/** What it is worth that a story begins where it is said to, next to its having the very range. */
const worthOfBeginning = 0.5;

/**
 * Choose stories that don't overlap so that what they are likely to gain, less `least` for each, is the most. The gain
 * of a story doesn't depend on how the rest of the rule is divided: its probability, and half that of any story's
 * beginning where it does. One that surely begins is found even if it may end in several places.
 * @param probability of the story of `length` paragraphs from `first`, at `[first * longest + length - 1]`
 */
export function choose(probability: Float64Array, size: number, longest: number, least: number): Range[] {
  const beginning = new Float64Array(size);
  for (let first = 0; first < size; first += 1)
    for (let length = 1; length <= longest && first + length <= size; length += 1)
      beginning[first]! += probability[first * longest + length - 1]!;
  const gain = new Float64Array(size + 1);
  const taken = new Int32Array(size + 1);
  for (let end = 1; end <= size; end += 1) {
    gain[end] = gain[end - 1]!;
    for (let length = 1; length <= longest && length <= end; length += 1) {
      const first = end - length;
      const own = probability[first * longest + length - 1]! + worthOfBeginning * beginning[first]!;
      const value = gain[first]! + own - least;
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
