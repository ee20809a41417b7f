/** Radicals that PDF readers give instead of the characters (⼀ for 一), one for one. */
export function foldRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (radical) => {
    const folded = radical.normalize('NFKC');
    return folded.length === 1 ? folded : radical;
  });
}
