import type { Check } from '../inspection.ts';

/** Chapters whose printed numbers are counted anew from a line on. */
export const checkRestartedNumbers: Check = ({ outline: { book } }) =>
  book.chapters
    // A preface or an appendix among the chapters has no number of its own.
    .filter(({ label }) => label !== '')
    .flatMap((chapter, i, numbered) => {
      const above = numbered[i - 1];
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
