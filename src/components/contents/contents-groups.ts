import { chapterFigure } from '../../lib/book/printed-names.ts';
import { groupChapters, type ChapterGroup } from '../../queries/arrange/chapter-groups.ts';
import type { ChapterSummary } from '../../queries/book.ts';
import type { Localized } from '../../schemas/localized.ts';

/** Up to this many chapters are all listed on every page. Of more, those of the current part are. */
const maxListed = 60;
/** In a longer book, this many chapters around the current one are listed. */
const nearChapters = 10;
/** Up to this many rules of the current chapter are all listed. Of more, those near the current rule are. */
const maxRules = 60;
/** The same for a long book, whose contents name other groups as well. */
const nearRules = 8;

/** A group of chapters in the contents, listed one by one or only named. */
interface ContentsGroup extends ChapterGroup<ChapterSummary> {
  open: boolean;
  /** Whether only some of the group's chapters are listed. */
  partial: boolean;
  /** All chapters of the group. */
  all: readonly ChapterSummary[];
}

/** The groups that the contents of a page name, and which of them it lists chapter by chapter. */
export function contentsGroups(
  chapters: readonly ChapterSummary[],
  current: string | undefined,
): ContentsGroup[] {
  const groups = groupChapters(chapters);
  const all = chapters.length <= maxListed;
  return groups.map((group) => {
    const listed = all ? group.chapters : nearby(group.chapters, current, nearChapters);
    return {
      ...group,
      open: all || group.chapters.some(({ id }) => id === current),
      partial: listed.length < group.chapters.length,
      chapters: listed,
      all: group.chapters,
    };
  });
}

/** Name of a run of chapters without a title: 41–80. */
export function runName(chapters: readonly ChapterSummary[]): Localized {
  const [first, last] = [chapters[0], chapters.at(-1)];
  if (first === undefined || last === undefined) return { zh: '' };
  const [from, to] = [chapterFigure(first), chapterFigure(last)];
  const between = (lang: 'zh' | 'en') =>
    first === last ? (from[lang] ?? from.zh) : `${from[lang] ?? from.zh}–${to[lang] ?? to.zh}`;
  return { zh: between('zh'), en: between('en') };
}

/** How many rules of the current chapter are listed. */
export const roomForRules = (chapters: readonly unknown[]): number =>
  chapters.length <= maxListed ? maxRules : nearRules;

/** The `room` entries around one, or all if there are no more than that. */
export function nearby<Entry extends { id: string }>(
  entries: readonly Entry[],
  id: string | undefined,
  room: number,
): readonly Entry[] {
  if (entries.length <= room) return entries;
  const at = Math.max(
    0,
    entries.findIndex((entry) => entry.id === id),
  );
  const start = Math.max(0, Math.min(at - room / 2, entries.length - room));
  return entries.slice(start, start + room);
}
