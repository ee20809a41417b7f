import { correct } from './correct.ts';
import { pagesWithAll, singleTerms, without, type Found, type Rung } from '../match/exactly.ts';
import { numeralForms } from './numeral-forms.ts';
import { intersect, unite, type Pages, type PhraseIndex } from '../../format/phrase-index.ts';
import { hasHan, splitAtPunctuation, type Query } from '../parse/query.ts';
import type { SearchTables, SynonymGroups, TraditionalTable } from '../../format/tables.ts';
import { wordsBySynonyms, synonymsOf } from './synonyms.ts';
import { hasCounterpart, inSiteScript, toSiteScript } from './traditional.ts';
import { wordsOf } from '../parse/words.ts';
import { must } from '../../../lib/must.ts';

/** What the ladder needs of the tables. */
type LadderTables = Pick<SearchTables, 'traditional' | 'fromSimplified' | 'synonyms'>;

interface Climb {
  query: Query;
  index: PhraseIndex;
  tables: () => Promise<LadderTables>;
}

/** Scattered characters match if they are spread over at most this many places per character. */
export const maxSpreadPerCharacter = 4;

const siteQuery = ({ parts, quoted, excluded }: Query, table: TraditionalTable): Query => ({
  parts: parts.map((part) => toSiteScript(part, table)),
  quoted: quoted.map((part) => toSiteScript(part, table)),
  excluded: excluded.map((part) => toSiteScript(part, table)),
});

/** Look for a query in every way that it can be written in the site's script. */
async function inScript(
  rung: Rung,
  { parts, quoted, excluded }: Query,
  table: TraditionalTable,
  index: PhraseIndex,
): Promise<Found | undefined> {
  const unwanted = await Promise.all(excluded.map((term) => inSiteScript(term, table, index)));
  for (const terms of [
    [...quoted, ...parts],
    [...quoted, ...parts.flatMap(splitAtPunctuation)],
  ]) {
    const written = await Promise.all(terms.map((term) => inSiteScript(term, table, index)));
    const found = written.filter((each) => each !== undefined);
    if (found.length < terms.length) continue;
    const pages = intersect(found.map((each) => each.pages));
    if (pages.size === 0) continue;
    return await without(
      {
        rung,
        terms: found.flatMap(({ terms }) => terms),
        ranked: found.map(({ terms }) => terms),
        pages,
      },
      unwanted.flatMap((each) => each?.terms ?? []),
      index,
    );
  }
  return undefined;
}

/** A part of the query, found as typed or by substitutes. */
interface Replaced {
  terms: string[];
  pages: Pages;
}

/** Look for each part as typed. If a part is nowhere, look for its substitutes. */
async function replacing(
  rung: Rung,
  { query, index }: Climb,
  substitute: (part: string) => Promise<Replaced | undefined>,
): Promise<Found | undefined> {
  const found: Replaced[] = [];
  for (const term of [...query.quoted, ...query.parts]) {
    const pages = await index.phrase(term);
    const replaced = pages.size > 0 ? { terms: [term], pages } : await substitute(term);
    if (!replaced) return undefined;
    found.push(replaced);
  }
  const pages = intersect(found.map((part) => part.pages));
  if (pages.size === 0) return undefined;
  return {
    rung,
    terms: found.flatMap(({ terms }) => terms),
    ranked: found.map(({ terms }) => terms),
    pages,
  };
}

const typo = (climb: Climb) =>
  replacing('typo', climb, async (part) => {
    const corrected = await correct(part, climb.index);
    if (corrected.length === 0) return undefined;
    return {
      terms: corrected,
      pages: unite(await Promise.all(corrected.map((term) => climb.index.phrase(term)))),
    };
  });

const numerals = (climb: Climb) =>
  replacing('synonyms', climb, (part) => anyOf(numeralForms(part), climb.index));

/** Whichever of some words the site has. */
async function anyOf(words: readonly string[], index: PhraseIndex): Promise<Replaced | undefined> {
  const pages = await Promise.all(words.map((word) => index.phrase(word)));
  const terms = words.filter((_, position) => must(pages[position]).size > 0);
  return terms.length > 0 ? { terms, pages: unite(pages) } : undefined;
}

/** A word and its substitutes: synonyms, and numerals in other notations. */
async function withSynonyms(
  word: string,
  index: PhraseIndex,
  groups: SynonymGroups,
): Promise<Replaced | undefined> {
  const all = [word, ...synonymsOf(word, groups), ...numeralForms(word)];
  return await anyOf(
    all.filter((each) => !/\s/u.test(each)),
    index,
  );
}

/** Look for synonyms of each part. If that finds nothing, look for each word of the parts or its synonyms. */
async function synonyms(climb: Climb): Promise<Found | undefined> {
  const { synonyms: groups } = await climb.tables();
  const { query, index } = climb;
  const whole = await replacing('synonyms', climb, (part) => withSynonyms(part, index, groups));
  if (whole || query.quoted.length > 0) return whole;
  const all = query.parts.flatMap((part) => wordsBySynonyms(part, groups));
  if (!all.some((word) => synonymsOf(word, groups).length > 0)) return undefined;
  // If the words as typed find something, the rung `words` will: no word is replaced without need.
  if ((await pagesWithAll(all, index)).size > 0) return undefined;
  const parts = await Promise.all(all.map((word) => withSynonyms(word, index, groups)));
  if (parts.some((part) => !part)) return undefined;
  const found = parts.map((part) => must(part));
  const pages = intersect(found.map((part) => part.pages));
  if (pages.size === 0) return undefined;
  return {
    rung: 'synonyms',
    terms: found.flatMap(({ terms }) => terms),
    ranked: found.map(({ terms }) => terms),
    pages,
  };
}

async function words({ query, index }: Climb): Promise<Found | undefined> {
  const terms = [...query.quoted, ...query.parts.flatMap(wordsOf)];
  const pages = await pagesWithAll(terms, index);
  return pages.size > 0 ? { rung: 'words', terms, ranked: singleTerms(terms), pages } : undefined;
}

async function characters({ query, index }: Climb): Promise<Found | undefined> {
  const text = query.parts.filter(hasHan).flatMap(splitAtPunctuation).join('');
  const length = [...text].length;
  if (length < 2 || query.quoted.length > 0 || text.length !== query.parts.join('').length) return undefined;
  const near = [...(await index.scattered(text))].filter(
    ([, spread]) => spread <= maxSpreadPerCharacter * length,
  );
  if (near.length === 0) return undefined;
  return {
    rung: 'characters',
    terms: wordsOf(text).filter((word) => word.length > 1),
    ranked: [],
    pages: new Map(near.map(([page]) => [page, []])),
    // The closer together, the earlier the page, in steps of the query's length.
    scores: new Map(near.map(([page, spread]) => [page, -Math.ceil(spread / length)])),
  };
}

async function any({ query, index }: Climb): Promise<Found | undefined> {
  const all = [...new Set(query.parts.flatMap(wordsOf))];
  // Single characters match nearly every page, so they count only if nothing longer was typed.
  const long = all.filter((word) => [...word].length > 1);
  const terms = long.length > 0 ? long : all;
  const found = await Promise.all(terms.map((term) => index.phrase(term)));
  const known = terms.filter((_, position) => must(found[position]).size > 0);
  if (known.length === 0) return undefined;
  const pages: Found['pages'] = new Map();
  for (const page of found.flatMap((each) => [...each.keys()])) {
    pages.set(
      page,
      found.filter(({ size }) => size > 0).map((each) => each.get(page)),
    );
  }
  return {
    rung: 'any',
    terms: known,
    ranked: singleTerms(known),
    // Rare phrases weigh more.
    weights: found.filter(({ size }) => size > 0).map(({ size }) => Math.log(1 + index.size / size)),
    pages,
    missing: terms.filter((term) => !known.includes(term)),
  };
}

/**
 * Relax a query that found nothing as typed, step by step. The first rung that finds anything wins. Quoted text is only searched in
 * the other script, and never relaxed otherwise.
 *
 * @returns `undefined` if no rung found anything.
 */
export async function climbLadder(
  query: Query,
  index: PhraseIndex,
  tables: () => Promise<LadderTables>,
): Promise<Found | undefined> {
  const { traditional: table, fromSimplified = false } = await tables();
  const simple = siteQuery(query, table);
  const climb = { query: simple, index, tables };
  if ([...query.parts, ...query.quoted].some((part) => hasCounterpart(part, table))) {
    const rung = fromSimplified ? 'traditional' : 'simplified';
    const found = await inScript(rung, query, table, index);
    if (found) return found;
  }
  if (query.parts.length === 0) return undefined;
  for (const rung of [numerals, typo, synonyms, words, characters, any]) {
    const found = await rung(climb);
    if (found) return await without(found, simple.excluded, index);
  }
  return undefined;
}
