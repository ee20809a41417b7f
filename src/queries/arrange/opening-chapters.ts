/** A chapter and its cases. */
interface Told {
  cases: readonly unknown[];
  rules: readonly { cases: readonly unknown[] }[];
}

export const casesIn = ({ cases, rules }: Told): number =>
  rules.reduce((sum, rule) => sum + rule.cases.length, cases.length);

/**
 * The chapters whose cases begin a long list: as many as have `atLeast` cases together. If fewer cases than that would be
 * left over, all chapters.
 */
export function openingChapters<Chapter extends Told>(
  chapters: readonly Chapter[],
  atLeast: number,
): readonly Chapter[] {
  let shown = 0;
  const end = chapters.findIndex((chapter) => (shown += casesIn(chapter)) >= atLeast) + 1;
  const rest = chapters.slice(end);
  return rest.reduce((sum, chapter) => sum + casesIn(chapter), 0) < atLeast
    ? chapters
    : chapters.slice(0, end);
}
