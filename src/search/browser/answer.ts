import type { IndexLanguage } from '../format/files.ts';
import { fold } from '../format/fold.ts';
import { findExactly, findWhole, type Found, type Rung } from '../query/match/exactly.ts';
import { numberNamed } from '../query/parse/number-jump.ts';
import { hasHan, isEmpty, parseQuery, type Query } from '../query/parse/query.ts';
import { rank } from '../query/rank/rank.ts';
import type { SearchRecord } from '../format/records.ts';
import type { ChineseIndex, Opener } from './opened.ts';

/** A page to show. */
export interface Hit {
  page: number;
  /** Index that has it. */
  language: IndexLanguage;
  /** Where it is at hand. */
  record: SearchRecord | undefined;
}

export interface Answer {
  hits: Hit[];
  /** Whether the first hit is what a number in the query names. */
  named: boolean;
  /** What to mark. */
  terms: string[];
  /** How the match was relaxed; absent on an exact match, and if nothing was found. */
  relaxed?: Exclude<Rung, 'exact'>;
  /** Words of the query that are nowhere. */
  missing: string[];
}

type FoundIn = Found & { language: IndexLanguage };
const inIndex = (language: IndexLanguage, found: Found | undefined): FoundIn | undefined =>
  found && { ...found, language };

/** Latin words may be English, pinyin, or part of the Chinese text. */
async function findLatin(
  typed: string,
  query: Query,
  opener: Opener,
  page: IndexLanguage,
  exactly: boolean,
): Promise<FoundIn[]> {
  const english = async () => {
    const { findEnglish } = await import('./fallbacks.ts');
    const index = await opener('en').catch(() => undefined);
    return index && inIndex('en', await findEnglish(query, index));
  };
  const inText = async () => inIndex('zh', await findExactly(query, (await opener('zh')).phrases));
  const spelt = async () => {
    const { findByPinyin } = await import('./fallbacks.ts');
    return inIndex('zh', await findByPinyin(typed, await opener('zh')));
  };
  if (page === 'en') {
    const found = await english();
    if (found?.rung === 'english') return [found];
    if (exactly) return [];
    const others = [await inText(), found, await spelt()];
    return others.filter((each) => each !== undefined);
  }
  const exact = await inText();
  if (exact) return [exact];
  if (exactly) return [];
  const byPinyin = await spelt();
  if (byPinyin && isSpeltOut(byPinyin)) return [byPinyin];
  const found = await english();
  const order = found?.rung === 'english' ? [found, byPinyin] : [byPinyin, found];
  return order.filter((each) => each !== undefined);
}

/** A pinyin match made of whole syllables from a beginning: no English word does that by chance. */
const isSpeltOut = ({ scores }: FoundIn): boolean => Math.max(0, ...(scores?.values() ?? [])) > 0.75;

async function loosely(query: Query, { phrases, tables }: ChineseIndex): Promise<Found | undefined> {
  const { climbLadder } = await import('./fallbacks.ts');
  return await climbLadder(query, phrases, tables);
}

async function ordered(found: FoundIn, opener: Opener): Promise<Hit[]> {
  const known = await (await opener(found.language)).known();
  return rank(found, known).map((page) => ({
    page,
    language: found.language,
    record: known.record(page),
  }));
}

/** The chapter or rule that the query names by its number. */
async function jump(typed: string, opener: Opener, language: IndexLanguage): Promise<Hit[]> {
  const number = numberNamed(typed);
  const record = number === undefined ? undefined : await (await opener(language)).numbered(number);
  return record ? [{ page: record.page, language, record }] : [];
}

const key = ({ record, page, language }: Hit): string =>
  record ? `${record.facets.book?.[0] ?? ''}/${record.type}/${record.id}` : `${language} ${String(page)}`;

/** Each page once, where it comes first. */
function distinct(hits: readonly Hit[]): Hit[] {
  const first = new Map<string, Hit>();
  for (const hit of hits) if (!first.has(key(hit))) first.set(key(hit), hit);
  return [...first.values()];
}

/** English words on an English page are taken as they are meant. */
function relaxation(found: FoundIn | undefined, page: IndexLanguage): Answer['relaxed'] {
  if (!found || found.rung === 'exact') return undefined;
  return found.rung === 'english' && page === 'en' ? undefined : found.rung;
}

/**
 * Answer what a reader typed. `undefined` if there is nothing to search for.
 *
 * @param page Language of the page that asks.
 * @param exactly Only what answers just as it was typed; nothing is relaxed.
 * @throws UnreachableError if a file of the index doesn't arrive.
 */
export async function answer(
  typed: string,
  opener: Opener,
  page: IndexLanguage,
  exactly = false,
): Promise<Answer | undefined> {
  const query = parseQuery(typed);
  if (isEmpty(query)) return undefined;
  // Keyboards for Chinese type full-width letters too.
  const narrow = typed.normalize('NFKC');
  const named = await jump(typed, opener, page);
  const latin = ![...query.parts, ...query.quoted].some(hasHan) && /[a-z]/i.test(narrow);
  let found: FoundIn[];
  if (latin && named.length === 0) found = await findLatin(narrow, query, opener, page, exactly);
  else {
    const index = await opener('zh');
    const { phrases } = index;
    // A number that names a rule is looked for as typed; it is no mistyped word.
    const exact = named.length > 0 ? findWhole(fold(typed).trim(), phrases) : findExactly(query, phrases);
    const strict = exactly || named.length > 0;
    const inText = (await exact) ?? (strict ? undefined : await loosely(query, index));
    found = [inIndex('zh', inText)].filter((each) => each !== undefined);
  }
  const [first] = found;
  const hits = distinct([
    ...named,
    ...(await Promise.all(found.map((each) => ordered(each, opener)))).flat(),
  ]);
  const relaxed = relaxation(first, page);
  return {
    hits,
    named: named.length > 0,
    terms: [...new Set(found.flatMap(({ terms }) => terms))],
    ...(relaxed && { relaxed }),
    missing: first?.missing ?? [],
  };
}
