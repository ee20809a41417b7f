/** Every two neighbouring characters of a text: 客户法 has 客户 and 户法. */
export const bigrams = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** Share of what two sets have in common, from 0 to 1 (Sørensen–Dice). */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((each) => b.has(each)).length;
  return (2 * common) / Math.max(1, a.size + b.size);
}
