import { chapterFigure } from '../../lib/book/printed-names.ts';
import { groupChapters, type ChapterGroup } from '../../queries/arrange/chapter-groups.ts';
import type { ChapterSummary } from '../../queries/book.ts';
import type { Localized } from '../../schemas/localized.ts';

/** Up to this many chapters are listed on every page; of more, those of the part being read. */
const maxListed = 60;
/** In a longer book, this many chapters around the one being read are listed. */
const nearChapters = 10;
/** Up to this many rules of the chapter being read are listed; of more, those near the one being read. */
const maxRules = 60;
/** The same in a long book, whose contents have other groups to name. */
const nearRules = 8;

/** A group of chapters, listed or only named. */
interface ContentsGroup extends ChapterGroup<ChapterSummary> {
  open: boolean;
  /** The listed chapters are some of the group's. */
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

/** How many rules of the chapter being read the contents of a book have room for. */
export const roomForRules = (chapters: readonly unknown[]): number =>
  chapters.length <= maxListed ? maxRules : nearRules;

/** The entries around one, all of them if they are at most `room`. */
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
