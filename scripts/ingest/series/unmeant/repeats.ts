import { matchKey } from '../../../../src/lib/squeeze.ts';
import { withoutPageHeads } from '../../page/furniture/page-heads.ts';
import { withoutNumbers } from '../../page/furniture/repeated-titles.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import type { TextMeasure } from '../model/text-measure.ts';

/** Fewer lines in a row list nothing. */
const fewestListed = 3;
/** This share of the lines that a contents list has come again above their text. */
const minFound = 0.8;

/** Drop the lines that list what the book holds, before all others: lines in a row that come again, each above text. */
export function withoutListing(all: Candidate[], text: TextMeasure): Candidate[] {
  const end = all.findIndex(({ last }, i) => text.between(last + 1, all[i + 1]?.first ?? text.body.end) > 0);
  if (end < fewestListed) return all;
  const keyOf = ({ title }: Candidate): string => withoutNumbers(matchKey(title));
  const below = new Set(all.slice(end).map(keyOf));
  const listed = all.slice(0, end);
  return listed.filter((each) => below.has(keyOf(each))).length >= minFound * end ? all.slice(end) : all;
}

/** A title that occurs this often is a site's stamp or a label. */
const mostRepeats = 3;

/**
 * Lines that look like titles only by their place are no titles if one of them occurs again and again, with the number of a
 * page or without.
 */
export function withoutRepeats(titles: Candidate[]): Candidate[] {
  const all = withoutPageHeads(titles, ({ whole }) => whole);
  const keys = all.map(({ title }) => withoutNumbers(matchKey(title)));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  if (all[0]?.form === 'ruled' && areLetters(counts, all.length)) return all;
  return all.filter((_, i) => (counts.get(keys[i] ?? '') ?? 0) < mostRepeats);
}

/** So many different titles come again and again, and make most of all. */
const fewestRepeated = 4;

/** Whether most titles come again, several of them: letters to the same few people, rather than a site's stamp. */
function areLetters(counts: ReadonlyMap<string, number>, all: number): boolean {
  const repeated = [...counts.values()].filter((count) => count >= mostRepeats);
  return repeated.length >= fewestRepeated && repeated.reduce((sum, count) => sum + count, 0) * 2 > all;
}
