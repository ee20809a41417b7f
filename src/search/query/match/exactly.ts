import { intersect, type PhraseIndex } from '../../format/phrase-index.ts';
import { splitAtPunctuation, type Query } from '../parse/query.ts';

/** How a query was matched. Each rung relaxes it in the way of its name; `exact` doesn't relax it. */
export type Rung =
  | 'exact'
  | 'simplified'
  | 'traditional'
  | 'typo'
  | 'synonyms'
  | 'words'
  | 'characters'
  | 'any'
  | 'pinyin'
  | 'english'
  | 'english-any';

/** What a rung found. */
export interface Found {
  rung: Rung;
  /** What was looked for, and what a page marks: one term or more for each place. */
  terms: string[];
  /** The places of each page, one for each term of the query; `undefined` if the page doesn't have the term. */
  pages: Map<number, (number | undefined)[]>;
  /** For each place the terms that match it. Ranking compares them with titles. */
  ranked: (readonly string[])[];
  /** Weight of each place. Default: all the same. */
  weights?: number[];
  /** Scores of pages, if the rung orders them better than terms and places do; more is better. */
  scores?: Map<number, number>;
  /** Words of the query that no page has. */
  missing?: string[];
}

/** Terms of which each may only be matched by itself. */
export const singleTerms = (terms: readonly string[]): string[][] => terms.map((term) => [term]);

/** Pages that have all of the phrases. */
export async function pagesWithAll(
  phrases: readonly string[],
  index: PhraseIndex,
): Promise<Map<number, number[]>> {
  return intersect(await Promise.all(phrases.map((phrase) => index.phrase(phrase))));
}

/** What was found, without the pages that have an excluded phrase. */
export async function without(found: Found, excluded: readonly string[], index: PhraseIndex): Promise<Found> {
  const unwanted = await Promise.all(excluded.map((phrase) => index.phrase(phrase)));
  const pages = [...found.pages].filter(([page]) => !unwanted.some((each) => each.has(page)));
  return { ...found, pages: new Map(pages) };
}

/** Look for a query as typed. If no page has its punctuation, look for the parts between the punctuation marks. */
export async function exactly(rung: Rung, query: Query, index: PhraseIndex): Promise<Found | undefined> {
  const { parts, quoted, excluded } = query;
  const terms = [...quoted, ...parts];
  const pages = await pagesWithAll(terms, index);
  if (pages.size > 0)
    return await without({ rung, terms, ranked: singleTerms(terms), pages }, excluded, index);
  const pieces = [...quoted, ...parts.flatMap(splitAtPunctuation)];
  if (pieces.length === 0 || pieces.join(' ') === terms.join(' ')) return undefined;
  const apart = await pagesWithAll(pieces, index);
  if (apart.size === 0) return undefined;
  return await without({ rung, terms: pieces, ranked: singleTerms(pieces), pages: apart }, excluded, index);
}

/** Look for a text as one phrase: quotation marks and minus signs have no meaning. */
export async function findWhole(text: string, index: PhraseIndex): Promise<Found | undefined> {
  const pages = await index.phrase(text);
  if (pages.size === 0) return undefined;
  return { rung: 'exact', terms: [text], ranked: [[text]], pages: intersect([pages]) };
}

/** Look for a query just as it was typed. */
export async function findExactly(query: Query, index: PhraseIndex): Promise<Found | undefined> {
  return await exactly('exact', query, index);
}
