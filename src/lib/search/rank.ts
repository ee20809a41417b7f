import type { Found } from './exactly.ts';
import { fieldAt, type FieldEnds } from './fields.ts';
import { fold } from './fold.ts';
import type { RecordType, SearchRecord } from './records.ts';

/** Where a page has the terms: for each the place of its first token, `undefined` where the page lacks it. */
export type Places = readonly (number | undefined)[];

/** Points for a term by where it stands. Title before keywords before summary before text, however many terms there are. */
const points = {
  titleWhole: 64,
  titleStart: 44,
  title: 40,
  keywordWhole: 30,
  keyword: 22,
  /** In the keywords, whole or not, where a page's record is not at hand. */
  keywords: 26,
  summary: 8,
  text: 4,
};

const folded = new WeakMap<SearchRecord, { title: string; keywords: string[] }>();

function foldedFields(record: SearchRecord): { title: string; keywords: string[] } {
  let fields = folded.get(record);
  if (!fields)
    folded.set(record, (fields = { title: fold(record.title), keywords: record.keywords.map(fold) }));
  return fields;
}

function fieldPoints(term: string, place: number, record: SearchRecord): number {
  const { title, keywords } = foldedFields(record);
  if (title === term) return points.titleWhole + (keywords.includes(term) ? 1 : 0);
  const inTitle = title.startsWith(term) ? points.titleStart : title.includes(term) ? points.title : 0;
  const inKeywords = keywords.includes(term)
    ? points.keywordWhole
    : keywords.some((keyword) => keyword.includes(term))
      ? points.keyword
      : 0;
  const inText = place < record.head ? points.summary : points.text;
  // A term that is title and keyword both says more of a page than either, and a short title more than a long one.
  const share = inTitle === 0 ? 0 : (2 * term.length) / title.length;
  return Math.max(inTitle, inKeywords, inText) + (inTitle > 0 && inKeywords > 0 ? 3 : 0) + share;
}

/** Near terms belong together: up to 4 points, half of them lost at 20 tokens' distance. */
function proximity(places: Places): number {
  const known = places.filter((place) => place !== undefined);
  if (known.length < 2) return 0;
  const spread = Math.max(...known) - Math.min(...known);
  return 4 / (1 + spread / 20);
}

/** What is known of pages: their records, where these are at hand, else where their fields end. */
export interface KnownPages {
  type: (page: number) => RecordType;
  record: (page: number) => SearchRecord | undefined;
  fields?: ((page: number) => FieldEnds) | undefined;
}

const typeOrder: Record<RecordType, number> = { rule: 0, case: 1, chapter: 2, term: 3 };

/** Without a record the place says where a term stands. */
function placePoints(term: string, place: number, ends: FieldEnds): number {
  const field = fieldAt(place, ends);
  if (field !== 'title') return points[field];
  const share = [...term].length / ends.title;
  const inTitle = place > 0 ? points.title : share === 1 ? points.titleWhole : points.titleStart;
  return inTitle + 2 * share;
}

/** How well a page answers. */
function relevance(found: Found, page: number, places: Places, known: KnownPages): number {
  const scored = found.scores?.get(page);
  if (scored !== undefined) return scored;
  const record = known.record(page);
  const ends = record ? undefined : known.fields?.(page);
  const sum = found.ranked.reduce((total, term, index) => {
    const place = places[index];
    if (place === undefined) return total;
    const each = record
      ? fieldPoints(term, place, record)
      : ends
        ? placePoints(term, place, ends)
        : points.text;
    return total + (found.weights?.[index] ?? 1) * each;
  }, 0);
  return sum + proximity(places);
}

/** The pages that were found, best first; on equal terms rules before cases, then the earlier place, then reading order. */
export function rank(found: Found, known: KnownPages): number[] {
  const pages = [...found.pages.keys()];
  const scores = Float64Array.from(pages, (page) => relevance(found, page, found.pages.get(page)!, known));
  const types = Uint8Array.from(pages, (page) => typeOrder[known.type(page)]);
  const places = Uint32Array.from(pages, (page) => found.pages.get(page)![0] ?? 0);
  const order = Uint32Array.from(pages.keys());
  order.sort(
    (a, b) =>
      scores[b]! - scores[a]! || types[a]! - types[b]! || places[a]! - places[b]! || pages[a]! - pages[b]!,
  );
  return Array.from(order, (at) => pages[at]!);
}
