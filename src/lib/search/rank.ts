import { fold } from './fold.ts';
import type { Found } from './exactly.ts';
import type { SearchRecord } from './records.ts';

/** Where a page has the terms: for each the place of its first token, `undefined` where the page lacks it. */
export type Places = readonly (number | undefined)[];

/** Points for a term by where it stands. Title before keywords before summary before text, however many terms there are. */
const points = {
  titleWhole: 64,
  titleStart: 44,
  title: 40,
  keywordWhole: 30,
  keyword: 22,
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

/** A page's record, where records are at hand. */
export type RecordOf = (page: string) => SearchRecord | undefined;

const typeOrder = { rule: 0, case: 1, chapter: 2, term: 3 };

/** Without a record the place says where a term stands: titles come first, then keywords, then summaries. */
const placePoints = (place: number): number => points.text + (points.title - points.text) / (1 + place / 8);

/** How well a page answers. */
function relevance(found: Found, page: string, places: Places, record: SearchRecord | undefined): number {
  const scored = found.scores?.get(page);
  if (scored !== undefined) return scored;
  const sum = found.ranked.reduce((total, term, index) => {
    const place = places[index];
    if (place === undefined) return total;
    const each = record ? fieldPoints(term, place, record) : placePoints(place);
    return total + (found.weights?.[index] ?? 1) * each;
  }, 0);
  return sum + proximity(places);
}

/** The pages that were found, best first; on equal terms rules before cases, then the earlier place, then reading order. */
export function rank(found: Found, recordOf: RecordOf): string[] {
  const all = [...found.pages].map(([page, places]) => {
    const record = recordOf(page);
    return {
      page,
      score: relevance(found, page, places, record),
      type: record ? typeOrder[record.type] : 0,
      place: places[0] ?? 0,
      id: record?.id ?? page,
    };
  });
  all.sort((a, b) => b.score - a.score || a.type - b.type || a.place - b.place || (a.id < b.id ? -1 : 1));
  return all.map(({ page }) => page);
}
