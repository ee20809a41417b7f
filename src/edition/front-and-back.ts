import type { Chapter } from '../schemas/chapter.ts';
import type { Front } from '../schemas/front.ts';

/**
 * Whether a section of `front/` is back matter: an appendix, an afterword. The folder holds all that is in no chapter,
 * and only the lines of the source tell what came before the chapters and what after them.
 * @param chapters in reading order
 */
export function isBackMatter(
  { source }: Pick<Front, 'source'>,
  chapters: readonly Pick<Chapter, 'source'>[],
): boolean {
  const first = chapters.find((chapter) => chapter.source !== undefined)?.source;
  return first !== undefined && source.lines[0] > first.lines[0];
}
