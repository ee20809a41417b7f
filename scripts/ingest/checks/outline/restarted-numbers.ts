import type { Check } from '../inspection.ts';

/** Chapters that are counted anew from a line on. */
export const checkRestartedNumbers: Check = ({ outline: { book } }) =>
  book.chapters.flatMap((chapter, i) => {
    const above = book.chapters[i - 1];
    if (!above || chapter.number > above.number) return [];
    const parts = chapter.part !== undefined && chapter.part !== above.part;
    return [
      {
        code: 'restarted-numbers' as const,
        severity: parts ? ('info' as const) : ('warning' as const),
        line: chapter.line,
        message: `Chapter “${chapter.title}” has the number ${chapter.number} after chapter ${above.number}. ${parts ? `A new part begins there, “${chapter.part?.title ?? ''}”; ids` : 'No heading of a part was found there. Ids'} are counted through the book.`,
      },
    ];
  });
