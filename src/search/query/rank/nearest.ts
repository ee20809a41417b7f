import { fold } from '../../format/fold.ts';
import type { SearchRecord } from '../../format/records.ts';
import { must } from '../../../lib/must.ts';

const pairsOf = (text: string): Set<string> => {
  const characters = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  return new Set(
    characters.length < 2
      ? characters
      : characters.slice(1).map((next, index) => must(characters[index]) + next),
  );
};

function likeness(typed: string, title: string): number {
  const wanted = pairsOf(typed);
  const present = pairsOf(title);
  const pairs = [...wanted].filter((pair) => present.has(pair)).length;
  const characters = [...new Set(typed)].filter(
    (each) => /[\p{L}\p{N}]/u.test(each) && title.includes(each),
  ).length;
  // Shared pairs count much, shared characters a little: 客胡需求 shares 需求 and 客.
  return (2 * pairs + characters) / (wanted.size + present.size + 1);
}

/** The titles most like what was typed, if nothing answers it. */
export function nearestTitles<Titled extends { title: string }>(
  typed: string,
  records: readonly Titled[],
  count = 4,
): Titled[] {
  const text = fold(typed);
  return records
    .map((record) => ({ record, like: likeness(text, fold(record.title)) }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like)
    .slice(0, count)
    .map(({ record }) => record);
}

/** The keywords that most pages have. */
export function commonKeywords(records: readonly SearchRecord[], count = 10): string[] {
  const counts = new Map<string, number>();
  for (const { keywords } of records) {
    for (const keyword of keywords) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([keyword]) => keyword);
}
