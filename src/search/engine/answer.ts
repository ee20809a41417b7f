import type { IndexLanguage } from '../format/files.ts';
import { fold } from '../format/fold.ts';
import type { SearchTables } from '../format/tables.ts';
import type { Rung } from '../query/match/exactly.ts';
import { correctedWord } from '../query/relax/english-typos.ts';
import { joined, stem } from '../query/parse/english-words.ts';
import { numberNamed } from '../query/parse/number-jump.ts';
import { looksLikePinyin, matchPinyin, readingsFrom } from '../query/relax/pinyin.ts';
import { hasHan, isEmpty, parseQuery, splitAtPunctuation, type Query } from '../query/parse/query.ts';
import type { Engine } from './ask.ts';
import { anyWord, climb } from './ladder.ts';
import { termsOf, type Plan, type ScatteredPlan } from './plan.ts';
import type { EngineHit, EngineResults, Wanted } from './results.ts';
import { inOrder, type QueryReading } from './together.ts';

/** What an engine answers to what a reader typed. */
export interface EngineAnswer {
  results: EngineResults;
  /** How the match was relaxed; absent on an exact match, and if nothing was found. */
  relaxed?: Exclude<Rung, 'exact'>;
  /** What to mark. */
  terms: string[];
  /** Whether the first hit is what a number in the query names. */
  named: boolean;
  /** Words of the query that are nowhere. */
  missing: string[];
}

type Tables = () => Promise<SearchTables>;

const keywordWeight = 0.8;
const termWeight = 0.75;

/** Look for a Chinese query. */
async function inChinese(
  query: Query,
  engine: Engine,
  tables: Tables,
  wanted: Wanted,
): Promise<QueryReading | undefined> {
  const found = async (plan: Plan | ScatteredPlan): Promise<QueryReading | undefined> => {
    const ask = (each: Wanted) => engine.find(plan, each);
    const results = await ask(wanted);
    const missing = 'slots' in plan ? plan.missing : undefined;
    return results.found === 0
      ? undefined
      : { rung: plan.rung, terms: termsOf(plan), results, ask, ...(missing && { missing }) };
  };
  const exact = await exactly(query, engine, wanted);
  if (exact) return exact;
  if (query.excluded.length > 0) {
    // What was typed is there, and left out on purpose.
    const [there = 0] = await engine.count([exactPlan({ ...query, excluded: [] })]);
    if (there > 0) return { rung: 'exact', terms: termsOf(exactPlan(query)), list: [] };
  }
  const plan = await climb(query, engine, tables);
  const first = plan && (await found(plan));
  if (first) return first;
  const any = await anyWord(query, engine);
  return any && (await found(any));
}

const exactPlan = ({ quoted, parts, excluded }: Query): Plan => ({
  rung: 'exact',
  slots: [...quoted, ...parts].map((text) => ({ any: [text] })),
  excluded,
});

/** Look for a query just as it was typed. */
async function exactly(query: Query, engine: Engine, wanted: Wanted): Promise<QueryReading | undefined> {
  const plan = exactPlan(query);
  const ask = (each: Wanted) => engine.find(plan, each);
  const results = await ask(wanted);
  return results.found === 0 ? undefined : { rung: 'exact', terms: termsOf(plan), results, ask };
}

/**
 * Look for English words and their inflections; one that no page has is corrected if it is one mistake away from
 * a word of the pages.
 */
async function inEnglish(query: Query, engine: Engine, wanted: Wanted): Promise<QueryReading | undefined> {
  const typed = [...query.quoted, ...query.parts].join(' ');
  const words = splitAtPunctuation(joined(typed));
  if (words.length === 0) return undefined;
  const counts = await engine.countEnglish(words.map(stem));
  const known = words.filter((_, index) => (counts[index] ?? 0) > 0);
  if (known.length < words.length && query.quoted.length === 0) {
    const mended = await mend(words, known, engine);
    if (mended) {
      const found = await inEnglish({ ...query, parts: mended }, engine, wanted);
      if (found) return { ...found, rung: 'typo', terms: mended };
    }
  }
  if (known.length === 0) return undefined;
  const asking = (least: number) => (each: Wanted) =>
    engine.english(known, { typed, excluded: query.excluded, least }, each);
  const all = await asking(known.length)(wanted);
  const complete = known.length === words.length && all.found > 0;
  const ask = all.found > 0 ? asking(known.length) : asking(1);
  return {
    rung: complete ? 'english' : 'english-any',
    terms: known.map(stem),
    results: all.found > 0 ? all : await ask(wanted),
    ask,
    missing: words.filter((word) => !known.includes(word)),
  };
}

/** The words, with each one that is nowhere corrected; `undefined` if one can't be corrected. */
async function mend(
  words: readonly string[],
  known: readonly string[],
  engine: Engine,
): Promise<string[] | undefined> {
  const all = await Promise.all(
    words.map(async (word) => {
      if (known.includes(word)) return word;
      return correctedWord(word, await engine.near(word));
    }),
  );
  const mended = all.filter((word) => word !== undefined);
  return mended.length === words.length ? mended : undefined;
}

/** Titles and keywords that a query spells in pinyin or by initials. */
async function byPinyin(
  typed: string,
  engine: Engine,
  tables: Tables,
): Promise<(QueryReading & { surest: number }) | undefined> {
  if (!looksLikePinyin(typed)) return undefined;
  const readings = readingsFrom((await tables()).pinyin);
  const letters = typed
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/['’\s]/g, '');
  const scored: EngineHit[] = [];
  const terms = new Map<string, number>();
  for (const hit of await engine.spelt(letters)) {
    let best = 0;
    const { title, keywords = [] } = hit.shown;
    for (const [index, text] of [title.zh, ...keywords].entries()) {
      const match = matchPinyin(typed, fold(text), readings);
      if (!match) continue;
      const whole = match.text.length === title.zh.length;
      const weight = (hit.type === 'term' && !whole ? termWeight : 1) * (index === 0 ? 1 : keywordWeight);
      best = Math.max(best, match.score * weight);
      terms.set(match.text, Math.max(match.score * weight, terms.get(match.text) ?? 0));
    }
    if (best > 0) scored.push({ ...hit, score: best });
  }
  if (scored.length === 0) return undefined;
  scored.sort((a, b) => b.score - a.score);
  return {
    rung: 'pinyin',
    terms: [...terms].sort(([, a], [, b]) => b - a).map(([term]) => term),
    list: scored,
    surest: scored[0]?.score ?? 0,
  };
}

/** Latin words may be English, pinyin, or part of the Chinese text. */
async function findLatin(
  typed: string,
  query: Query,
  engine: Engine,
  tables: Tables,
  page: IndexLanguage,
  wanted: Wanted,
): Promise<QueryReading[]> {
  const found = (readings: (QueryReading | undefined)[]) => readings.filter((each) => each !== undefined);
  if (page === 'en') {
    const english = await inEnglish(query, engine, wanted);
    if (english?.rung === 'english') return [english];
    return found([await exactly(query, engine, wanted), english, await byPinyin(typed, engine, tables)]);
  }
  const exact = await exactly(query, engine, wanted);
  if (exact) return [exact];
  const spelt = await byPinyin(typed, engine, tables);
  if (spelt && spelt.surest > 0.75) return [spelt];
  const english = await inEnglish(query, engine, wanted);
  return found(english?.rung === 'english' ? [english, spelt] : [spelt, english]);
}

/**
 * Answer what a reader typed from an engine, in the same steps and words as the static index.
 *
 * @param tables of the site: scripts, synonyms
 * @param page language of the page that asks
 * @param wanted which of the results; whether and how the match is relaxed does not depend on it
 * @returns `undefined` if there is nothing to look for
 */
export async function answerFromEngine(
  typed: string,
  engine: Engine,
  tables: Tables,
  page: IndexLanguage,
  wanted: Wanted = {},
): Promise<EngineAnswer | undefined> {
  const query = parseQuery(typed);
  if (isEmpty(query)) return undefined;
  // Keyboards for Chinese type full-width letters too.
  const narrow = typed.normalize('NFKC');
  const number = numberNamed(typed);
  const named = number === undefined ? [] : await engine.numbered(number, page);
  const latin = ![...query.parts, ...query.quoted].some(hasHan) && /[a-z]/i.test(narrow);
  let readings: (QueryReading | undefined)[];
  if (named.length > 0)
    readings = [
      await exactly({ parts: [fold(typed).trim()], quoted: [], excluded: [] }, engine, {
        ...wanted,
        without: named,
      }),
    ];
  else if (latin) readings = await findLatin(narrow, query, engine, tables, page, wanted);
  else readings = [await inChinese(query, engine, tables, wanted)];
  const found = readings.filter((each) => each !== undefined);
  const [first] = found;
  const relaxed =
    first === undefined || first.rung === 'exact' || (first.rung === 'english' && page === 'en')
      ? undefined
      : first.rung;
  return {
    results: await inOrder(found, named, wanted),
    named: named.length > 0,
    terms: [...new Set(found.flatMap(({ terms }) => terms))],
    ...(relaxed && { relaxed }),
    missing: [...(first?.missing ?? [])],
  };
}
