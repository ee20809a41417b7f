/**
 * How alike two strings are: 1 − Levenshtein distance ÷ length of the longer one, from 0 to 1.
 * As soon as a ratio of `least` is out of reach, the comparison ends with 0.
 */
export function editRatio(a: string, b: string, least = 0): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  const allowed = Math.floor((1 - least) * longer + 1e-9);
  if (Math.abs(a.length - b.length) > allowed) return 0;
  let previous = Uint32Array.from({ length: b.length + 1 }, (_, i) => i);
  let row = new Uint32Array(b.length + 1);
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost);
      if (row[j]! < best) best = row[j]!;
    }
    if (best > allowed) return 0;
    [previous, row] = [row, previous];
  }
  const distance = previous[b.length]!;
  return distance > allowed ? 0 : 1 - distance / longer;
}
