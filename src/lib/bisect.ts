/**
 * Binary search: how many entries of a sorted list come before a place.
 * @param isBefore whether the entry at a position does; true for the first entries and false for all others
 */
export function bisect(length: number, isBefore: (position: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
