import { chapterFigure } from '../../lib/printed-names.ts';
import { groupChapters, type ChapterGroup } from '../../queries/chapter-groups.ts';
import type { ChapterSummary } from '../../queries/book.ts';
import type { Localized } from '../../schemas/localized.ts';

/** Up to this many chapters are listed on every page; of more, those of the part being read. */
const maxListed = 60;
/** Up to this many rules of the chapter being read are listed; of more, those near the one being read. */
const maxRules = 60;

/** A group of chapters, listed or only named. */
interface ContentsGroup extends ChapterGroup<ChapterSummary> {
  open: boolean;
}

/** The groups that the contents of a page name, and which of them it lists chapter by chapter. */
export function contentsGroups(
  chapters: readonly ChapterSummary[],
  current: string | undefined,
): ContentsGroup[] {
  const groups = groupChapters(chapters);
  const all = chapters.length <= maxListed;
  return groups.map((group) => ({
    ...group,
    open: all || group.chapters.some(({ id }) => id === current),
  }));
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

/** The entries around one, all of them where they are few. */
export function nearby<Entry extends { id: string }>(
  entries: readonly Entry[],
  id: string | undefined,
): readonly Entry[] {
  if (entries.length <= maxRules) return entries;
  const at = Math.max(
    0,
    entries.findIndex((entry) => entry.id === id),
  );
  const start = Math.max(0, Math.min(at - maxRules / 2, entries.length - maxRules));
  return entries.slice(start, start + maxRules);
}
