import type { Found } from '../match/exactly.ts';
import { fieldAt, type FieldLengths, type MatchedField } from '../../format/fields.ts';
import { fold } from '../../format/fold.ts';
import type { RecordType, SearchRecord } from '../../format/records.ts';
import { must } from '../../../lib/must.ts';

/** For each term the place of its first token on a page; `undefined` if the page doesn't have it. */
export type Places = readonly (number | undefined)[];

/**
 * Points for a term by the field that it is in. A title outweighs keywords, keywords a summary, and a summary the text, however
 * many terms there are.
 */
export const points: Record<MatchedField, number> = {
  titleWhole: 64,
  titleStart: 44,
  title: 40,
  keywordWhole: 30,
  keyword: 22,
  summary: 8,
  text: 4,
};

/** Points if several terms are all keywords of a page, or all in its title. */
export const sameFieldBonus = 20;

/** Points taken from a glossary entry that isn't just what was typed, so that rules on the matter come first. Its short title would win otherwise. */
export const termHandicap = 10;

/** What a term is worth on a page, and in which fields it is. */
interface Worth {
  points: number;
  inTitle: boolean;
  isTitle: boolean;
  isKeyword: boolean;
}

const folded = new WeakMap<SearchRecord, { title: string; keywords: string[] }>();

function foldedFields(record: SearchRecord): { title: string; keywords: string[] } {
  let fields = folded.get(record);
  if (!fields)
    folded.set(record, (fields = { title: fold(record.title), keywords: record.keywords.map(fold) }));
  return fields;
}

function titleField(term: string, title: string): MatchedField | undefined {
  if (title === term) return 'titleWhole';
  return title.startsWith(term) ? 'titleStart' : title.includes(term) ? 'title' : undefined;
}

/** What a term is worth by the title and keywords of a page. */
function recordWorth(term: string, place: number, record: SearchRecord): Worth {
  const { title, keywords } = foldedFields(record);
  const inTitle = titleField(term, title);
  const inKeywords = keywords.includes(term)
    ? 'keywordWhole'
    : keywords.some((keyword) => keyword.includes(term))
      ? 'keyword'
      : undefined;
  const field = inTitle ?? inKeywords ?? (place < record.head ? 'summary' : 'text');
  // A term in both title and keywords counts more than in one of them, and in a short title more than in a long
  // one.
  const both = inTitle && inKeywords ? 3 : 0;
  const share = inTitle ? (2 * term.length) / title.length : 0;
  return {
    points: points[field] + both + share,
    inTitle: inTitle !== undefined,
    isTitle: inTitle === 'titleWhole',
    isKeyword: inKeywords === 'keywordWhole',
  };
}

/** What a term is worth by its place, if the page's record isn't loaded. */
function placeWorth(term: string, place: number, fields: FieldLengths | undefined): Worth {
  const { length } = [...term];
  const field = fields ? fieldAt(place, length, fields) : 'text';
  const share = field.startsWith('title') ? (2 * length) / must(fields).title : 0;
  return {
    points: points[field] + share,
    inTitle: field.startsWith('title'),
    isTitle: field === 'titleWhole',
    isKeyword: field === 'keywordWhole',
  };
}

/** The best of several terms that match the same place. */
const best = (all: readonly Worth[]): Worth => ({
  points: Math.max(...all.map((worth) => worth.points)),
  inTitle: all.some(({ inTitle }) => inTitle),
  isTitle: all.some(({ isTitle }) => isTitle),
  isKeyword: all.some(({ isKeyword }) => isKeyword),
});

const inOneField = (all: readonly Worth[]): boolean =>
  all.length > 1 && (all.every(({ isKeyword }) => isKeyword) || all.every(({ inTitle }) => inTitle));

/** Distance between the first and the last of the terms on a page. */
function spread(places: Places): number {
  const known = places.filter((place) => place !== undefined);
  return known.length < 2 ? 0 : Math.max(...known) - Math.min(...known);
}

/** What is known of pages: their records if these are loaded, else the lengths of their fields. */
export interface KnownPages {
  type: (page: number) => RecordType;
  record: (page: number) => SearchRecord | undefined;
  fields?: ((page: number) => FieldLengths) | undefined;
}

const typeOrder: Record<RecordType, number> = { rule: 0, case: 1, chapter: 2, term: 3, front: 4 };

/** Score of a page. */
function relevance(found: Found, page: number, places: Places, known: KnownPages): number {
  const scored = found.scores?.get(page);
  if (scored !== undefined) return scored;
  const record = known.record(page);
  const fields = record ? undefined : known.fields?.(page);
  let sum = 0;
  const matched: Worth[] = [];
  for (const [index, terms] of found.ranked.entries()) {
    const place = places[index];
    if (place === undefined) continue;
    const worth = best(
      terms.map((term) => (record ? recordWorth(term, place, record) : placeWorth(term, place, fields))),
    );
    sum += (found.weights?.[index] ?? 1) * worth.points;
    matched.push(worth);
  }
  if (known.type(page) === 'term' && !matched.some(({ isTitle }) => isTitle)) sum -= termHandicap;
  return sum + (inOneField(matched) ? sameFieldBonus : 0);
}

/** The pages that were found, best first. Of two with one score, a rule comes before a case, then closer terms, then reading order. */
export function rank(found: Found, known: KnownPages): number[] {
  const pages = [...found.pages.keys()];
  const scores = Float64Array.from(pages, (page) =>
    relevance(found, page, must(found.pages.get(page)), known),
  );
  const types = Uint8Array.from(pages, (page) => typeOrder[known.type(page)]);
  const spreads = Uint32Array.from(pages, (page) => spread(must(found.pages.get(page))));
  const order = Uint32Array.from(pages.keys());
  order.sort(
    (a, b) =>
      scores[b]! - scores[a]! ||
      types[a]! - types[b]! ||
      spreads[a]! - spreads[b]! ||
      must(pages[a]) - must(pages[b]),
  );
  return Array.from(order, (at) => must(pages[at]));
}
