import { partName } from '../../lib/book/printed-names.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Localized } from '../../schemas/localized.ts';

/** Chapters shown together: those of a part, or a run of them if a part, or a book without parts, is long. */
export interface ChapterGroup<C> {
  /** Anchor on the first page. */
  id: string;
  /** 第二编; absent if the book prints a title alone. */
  name?: Localized | undefined;
  /** Title of the part; absent for a run of chapters. */
  title?: Localized | undefined;
  chapters: readonly C[];
  /** The part was long, and this is not the first run of it. */
  continued: boolean;
  /** The part, or the book without parts, was cut into runs. */
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
