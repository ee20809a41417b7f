import { partName } from '../../lib/book/printed-names.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Localized } from '../../schemas/localized.ts';

/** Chapters that are shown together: those of a part, or a run of them. Long parts are cut into runs, and so is a book without parts. */
export interface ChapterGroup<C> {
  /** Anchor on the first page. */
  id: string;
  /** Printed number of the part, such as 第二编; absent if it has only a title. */
  name?: Localized | undefined;
  /** Title of the part; absent for a run of chapters. */
  title?: Localized | undefined;
  chapters: readonly C[];
  /** Whether this is a later run of a part that was cut. */
  continued: boolean;
  /** Whether this is one of several runs of a part or of a book without parts. */
  cut: boolean;
}

/** A longer part is cut into runs of at most this many chapters. */
const maxChapters = 40;

function runsOf<C>(chapters: readonly C[]): (readonly C[])[] {
  const runs = Math.ceil(chapters.length / maxChapters);
  const size = Math.ceil(chapters.length / runs);
  return Array.from({ length: runs }, (_, run) => chapters.slice(run * size, (run + 1) * size));
}

/**
 * Group chapters by their parts, in reading order. Chapters outside all parts (a preface, an appendix) are groups without a
 * title. The first group of a part has the anchor `part-2`; further runs of it and groups outside parts, `from-<chapter>`.
 */
export function groupChapters<C extends Pick<Chapter, 'id' | 'part'>>(
  chapters: readonly C[],
): ChapterGroup<C>[] {
  const groups: C[][] = [];
  for (const chapter of chapters) {
    const last = groups.at(-1);
    if (last && last[0]?.part?.number === chapter.part?.number) last.push(chapter);
    else groups.push([chapter]);
  }
  const opened = new Set<number>();
  return groups.flatMap((group) => {
    const runs = runsOf(group);
    return runs.map((run): ChapterGroup<C> => {
      const part = run[0]?.part;
      const first = part !== undefined && !opened.has(part.number);
      if (part) opened.add(part.number);
      return {
        id: first ? `part-${String(part.number)}` : `from-${run[0]?.id ?? ''}`,
        ...(part ? partName(part) : {}),
        chapters: run,
        continued: part !== undefined && !first,
        cut: runs.length > 1,
      };
    });
  });
}
