import type { Chapter } from '../schemas/chapter.ts';
import type { Front } from '../schemas/front.ts';

/**
 * Whether a section of `front/` is back matter: an appendix, an afterword. The folder holds all sections outside the chapters; their
 * lines in the source tell which came after the first chapter.
 * @param chapters in reading order
 */
export function isBackMatter(
  { source }: Pick<Front, 'source'>,
  chapters: readonly Pick<Chapter, 'source'>[],
): boolean {
  const first = chapters.find((chapter) => chapter.source !== undefined)?.source;
  return first !== undefined && source.lines[0] > first.lines[0];
}
