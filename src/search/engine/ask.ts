import { isList, isObject, isText } from '../../lib/guards.ts';
import type { IndexLanguage } from '../format/files.ts';
import { fold } from '../format/fold.ts';
import { stem } from '../query/parse/english-words.ts';
import type { Correction } from '../query/relax/typos.ts';
import type { LadderEngine } from './ladder.ts';
import { listSize, type SearchTemplate } from './names.ts';
import { excludedOf, listed, slotsOf, wantedOf } from './params.ts';
import type { Plan, ScatteredPlan } from './plan.ts';
import {
  expected,
  hitsOf,
  idOf,
  isCommon,
  isHoles,
  isNear,
  isPartial,
  isProbe,
  resultsOf,
  type EngineHit,
  type EngineResults,
  type Wanted,
} from './results.ts';

/**
 * Ask a stored search for its answer.
 * @throws if the engine does not answer
 */
export type Ask = (template: SearchTemplate, params: object) => Promise<unknown>;

/** Times that an answer is asked for as long as it lacks a part. */
const maxAttempts = 5;
/** Milliseconds before the second attempt; later ones wait longer. */
const firstPauseMs = 200;

/** Pages that are read to see how they fill a hole in a mistyped word. */
const maxPagesRead = 16;
/** Titles and keywords that are fetched for letters of pinyin. */
const maxSpelt = 1000;

/** Letters of pinyin that the engine compares; the caller compares the rest. An engine refuses patterns with many branches. */
const maxLetters = 8;

/** What one request counts. */
interface Probed {
  plans?: readonly Plan[];
  /** Whole titles and keywords. */
  names?: readonly string[];
  /** Beginnings of English words. */
  words?: readonly string[];
}

/** The stored searches of a cluster, as functions. */
export class Engine implements LadderEngine {
  readonly #ask: Ask;
  readonly #book: string | undefined;

  /** @param book The handbook that is searched. Default: all of them. */
  constructor(ask: Ask, book?: string) {
    this.#ask = ask;
    this.#book = book;
  }

  /** Ask until all shards of the index have answered. While a machine fails, some pages would be missing. */
  async #whole(template: SearchTemplate, params: object): Promise<unknown> {
    const book = this.#book;
    for (let attempt = 1; ; attempt += 1) {
      const value = await this.#ask(template, { ...params, ...(book !== undefined && { book }) });
      if (!isPartial(value) || attempt === maxAttempts) return value;
      await new Promise((resolve) => setTimeout(resolve, firstPauseMs * attempt));
    }
  }

  async #probe({ plans = [], names = [], words = [] }: Probed): Promise<Record<keyof Probed, number[]>> {
    // OpenSearch refuses an empty list of filters.
    const asked = plans.length > 0 ? plans : [{ rung: 'exact', slots: [], excluded: [] } satisfies Plan];
    const texts = (list: readonly string[]) =>
      listed((list.length > 0 ? list : ['']).map((text) => ({ text })));
    const value = await this.#whole('probe', {
      plans: listed(asked.map((plan) => ({ slots: slotsOf(plan), excluded: excludedOf(plan) }))),
      names: texts(names),
      words: texts(words),
    });
    const { aggregations } = expected(value, isProbe, 'probe');
    const counts = ({ buckets }: { buckets: { doc_count: number }[] }) =>
      buckets.map((bucket) => bucket.doc_count);
    return {
      plans: counts(aggregations.plans),
      names: counts(aggregations.named),
      words: counts(aggregations.english),
    };
  }

  async count(plans: readonly Plan[]): Promise<number[]> {
    return (await this.#probe({ plans })).plans;
  }

  /** How many pages have a word of English that begins so, for each of the beginnings. */
  async countEnglish(beginnings: readonly string[]): Promise<number[]> {
    return (await this.#probe({ words: beginnings })).words;
  }

  async named(phrases: readonly string[]): Promise<string[]> {
    if (phrases.length === 0) return [];
    const { names } = await this.#probe({ names: phrases });
    return phrases.filter((_, index) => (names[index] ?? 0) > 0);
  }

  async size(): Promise<number> {
    return (await this.count([]))[0] ?? 0;
  }

  async apart(holes: readonly Correction[], where: 'names' | 'pages'): Promise<string[]> {
    if (holes.length === 0) return [];
    const value = await this.#whole('holes', {
      holes: listed(holes.map(({ phrases: [before, after] }) => ({ before, after }))),
      names: where === 'names',
    });
    const { buckets } = expected(value, isHoles, 'holes').aggregations.holes;
    const pages = buckets
      .sort((a, b) => a.doc_count - b.doc_count)
      .flatMap(({ pages: { hits } }) => hits.hits.map(({ _source }) => _source));
    const each = new Map(pages.map((page) => [JSON.stringify(page.shown), page]));
    if (where === 'names')
      return [...each.values()]
        .sort((a, b) => a.order - b.order)
        .flatMap(({ shown }) => [...(shown.keywords ?? []), shown.title.zh]);
    return [...each.values()]
      .slice(0, maxPagesRead)
      .flatMap(({ shown }) => [
        shown.title.zh,
        ...(shown.keywords ?? []),
        ...(shown.blocks ?? []).map(([, text]) => text),
      ]);
  }

  async find(plan: Plan | ScatteredPlan, wanted: Wanted = {}): Promise<EngineResults> {
    if ('characters' in plan) {
      const value = await this.#whole('scattered', {
        ...wantedOf(wanted),
        characters: listed(plan.characters.map((text) => ({ text }))),
        gaps: plan.gaps.at(-1) ?? 0,
        nearer: listed(plan.gaps.slice(0, -1).map((gaps) => ({ nearest: gaps }))),
        excluded: excludedOf(plan),
      });
      return resultsOf(value, 'scattered', wanted);
    }
    const value = await this.#whole('find', {
      ...wantedOf(wanted),
      slots: slotsOf(plan),
      excluded: excludedOf(plan),
      loose: plan.loose === true,
      together: plan.slots.length > 1,
    });
    return resultsOf(value, 'find', wanted);
  }

  /** Pages with at least `least` of these English words, in any inflection. */
  async english(
    words: readonly string[],
    { typed, excluded, least }: { typed: string; excluded: readonly string[]; least: number },
    wanted: Wanted = {},
  ): Promise<EngineResults> {
    const value = await this.#whole('english', {
      ...wantedOf(wanted),
      words: listed(words.map((text) => ({ text, beginning: stem(text) }))),
      excluded: listed(excluded.map((text) => ({ beginning: stem(text) }))),
      typed: fold(typed),
      least,
    });
    return resultsOf(value, 'english', wanted, 'en');
  }

  /** Pages with a title or keyword that these letters of pinyin may spell. The caller has to check each. */
  async spelt(letters: string): Promise<EngineHit[]> {
    // Only the beginning of a syllable may have been typed, so after any letter the rest of it may follow.
    const pattern = [...letters.slice(0, maxLetters)].map((letter) => `${letter}([a-z]*')?`).join('');
    const params = { initials: [...letters].join("'"), pattern: `${pattern}.*` };
    const all: EngineHit[] = [];
    for (let from = 0; from < maxSpelt; from += listSize) {
      const hits = hitsOf(await this.#whole('pinyin', { ...params, from }), 'pinyin');
      all.push(...hits);
      if (hits.length < listSize) break;
    }
    return all;
  }

  /** English words that are nearly this one, with how many pages have each. */
  async near(word: string): Promise<[word: string, pages: number][]> {
    const value = await this.#whole('near', { word });
    const options = expected(value, isNear, 'near').suggest.words.flatMap((each) => each.options);
    if (this.#book === undefined || options.length === 0)
      return options.map(({ text, freq }) => [text, freq]);
    // The engine's counts are over all handbooks.
    const counts = await this.countEnglish(options.map(({ text }) => text));
    return options.map(({ text }, index) => [text, counts[index] ?? 0]);
  }

  /** The chapters or rules of a number. */
  async numbered(number: string, language: IndexLanguage): Promise<EngineHit[]> {
    const hits = hitsOf(await this.#whole('number', { number }), 'number', language);
    return language === 'en' ? hits.filter(({ shown }) => shown.title.en !== undefined) : hits;
  }

  /** The texts of hits, at most a page of results. A hit whose page is gone by now is left out. */
  async texts(hits: readonly EngineHit[]): Promise<Map<EngineHit, EngineHit['shown']>> {
    const pages = listed(hits.map((hit) => ({ id: idOf(hit) })));
    const found = new Map(
      hitsOf(await this.#whole('texts', { pages }), 'texts').map((hit) => [idOf(hit), hit.shown]),
    );
    return new Map(
      hits.flatMap((hit) => {
        const shown = found.get(idOf(hit));
        return shown ? [[hit, shown]] : [];
      }),
    );
  }

  /** Pages whose titles share characters or words with a text, and the keywords that most pages have. */
  async nearest(typed: string, language: IndexLanguage): Promise<{ hits: EngineHit[]; keywords: string[] }> {
    const english = language === 'en';
    const value = await this.#whole('nearest', {
      text: fold(typed),
      in: english ? 'En' : '',
      parts: english ? 'words' : 'each',
    });
    const { buckets } = expected(value, isCommon, 'nearest').aggregations.keywords.ours.values;
    return {
      hits: hitsOf(value, 'nearest', language),
      // The engine counts keywords folded; a page shows them as they are written.
      keywords: buckets.map(({ key, one }) => {
        const { shown } = one.hits.hits[0]?._source ?? {};
        const written = isObject(shown) ? shown[english ? 'keywordsEn' : 'keywords'] : undefined;
        return (isList(isText)(written) ? written : []).find((each) => fold(each) === key) ?? key;
      }),
    };
  }
}
