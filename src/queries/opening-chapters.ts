/** A chapter as far as it has cases. */
interface Told {
  rules: readonly { cases: readonly unknown[] }[];
}

export const casesIn = ({ rules }: Told): number => rules.reduce((sum, { cases }) => sum + cases.length, 0);

/**
 * The chapters that a long list of cases begins with, whole: as many as it takes to show `atLeast` cases. All chapters
 * where fewer cases than that would be left over.
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
