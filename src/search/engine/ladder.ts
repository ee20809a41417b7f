import { fold } from '../format/fold.ts';
import type { SearchTables, TraditionalTable } from '../format/tables.ts';
import { numeralForms } from '../query/relax/numeral-forms.ts';
import { hasHan, splitAtPunctuation, type Query } from '../query/parse/query.ts';
import { synonymsOf, wordsBySynonyms } from '../query/relax/synonyms.ts';
import { maxSpreadPerCharacter } from '../query/relax/ladder.ts';
import { hasCounterpart, toSiteScript, waysToWrite } from '../query/relax/traditional.ts';
import {
  correctedIn,
  deletions,
  insertions,
  substitutions,
  transpositions,
  type Correction,
} from '../query/relax/typos.ts';
import { wordsOf } from '../query/parse/words.ts';
import type { Plan, ScatteredPlan, Slot } from './plan.ts';

/** What the ladder asks of an engine. */
export interface LadderEngine {
  /** How many pages each plan finds, all asked at once. */
  count(plans: readonly Plan[]): Promise<number[]>;
  /**
   * Texts that have two phrases with a character between them: titles and keywords, or those of the pages that
   * have such a hole, the one that fewest pages have first.
   */
  apart(holes: readonly Correction[], where: 'names' | 'pages'): Promise<string[]>;
  /** Those that are the whole title or a keyword of a page. */
  named(phrases: readonly string[]): Promise<string[]>;
  /** How many pages there are. */
  size(): Promise<number>;
}

type Tables = Pick<SearchTables, 'traditional' | 'fromSimplified' | 'synonyms'>;

const needs = (rung: Plan['rung'], phrases: readonly string[], excluded: readonly string[] = []): Plan => ({
  rung,
  slots: phrases.map((phrase) => ({ any: [phrase] })),
  excluded,
});

/** What is known of phrases so far: whether any page has them. Each is asked for once. */
class Known {
  readonly #engine: LadderEngine;
  readonly #counts = new Map<string, number>();

  constructor(engine: LadderEngine) {
    this.#engine = engine;
  }

  /** Ask for all of these phrases in one go. */
  async learn(phrases: Iterable<string>): Promise<void> {
    const unknown = [...new Set(phrases)].filter((phrase) => phrase !== '' && !this.#counts.has(phrase));
    if (unknown.length === 0) return;
    const counts = await this.#engine.count(unknown.map((phrase) => needs('exact', [phrase])));
    for (const [index, phrase] of unknown.entries()) this.#counts.set(phrase, counts[index] ?? 0);
  }

  count = (phrase: string): number => this.#counts.get(phrase) ?? 0;
  has = (phrase: string): boolean => this.count(phrase) > 0;
  /** Those that some page has, the most frequent first. */
  frequent = (phrases: readonly string[]): string[] =>
    this.present(phrases).sort((a, b) => this.count(b) - this.count(a));
  /** Those that some page has. */
  present = (phrases: readonly string[]): string[] => [...new Set(phrases)].filter(this.has);
}

/**
 * Relax a query that no page has just as it was typed, step by step, as the static index does. The first
 * reading that finds anything wins.
 *
 * @param query folded
 * @returns `undefined` if no reading finds anything
 */
export async function climb(
  query: Query,
  engine: LadderEngine,
  tables: () => Promise<Tables>,
): Promise<Plan | ScatteredPlan | undefined> {
  const first = async (plans: readonly Plan[]): Promise<Plan | undefined> => {
    const possible = plans.filter(({ slots }) => slots.length > 0);
    if (possible.length === 0) return undefined;
    // What no result may have plays no part in how a query is read.
    const counts = await engine.count(possible.map((plan) => ({ ...plan, excluded: [] })));
    return possible.find((_, index) => (counts[index] ?? 0) > 0);
  };
  const known = new Known(engine);
  const exact = await first(readings('exact', query).slice(1));
  if (exact) return exact;

  const { traditional, fromSimplified = false, synonyms } = await tables();
  const inScript = (text: string) => toSiteScript(text, traditional);
  const simple: Query = {
    parts: query.parts.map(inScript),
    quoted: query.quoted.map(inScript),
    excluded: query.excluded.map(inScript),
  };
  const { parts, quoted, excluded } = simple;
  if ([...query.parts, ...query.quoted].some((part) => hasCounterpart(part, traditional))) {
    const rung = fromSimplified ? 'traditional' : 'simplified';
    const found = await first(await inScripts(readings(rung, query), traditional, known));
    if (found) return found;
  }
  if (parts.length === 0) return undefined;

  const all = [...quoted, ...parts];
  const words = parts.flatMap((part) => wordsBySynonyms(part, synonyms));
  const standIns = (word: string): string[] =>
    [...synonymsOf(word, synonyms), ...numeralForms(word)].filter((each) => !/\s/u.test(each));
  await known.learn([...all, ...words, ...[...all, ...words].flatMap(standIns), ...parts.flatMap(wordsOf)]);

  /** Each part as typed; for a part that is nowhere, its substitutes. */
  const replacing = async (
    rung: Plan['rung'],
    texts: readonly string[],
    standIn: (part: string) => Promise<readonly string[]> | readonly string[],
    always = false,
  ): Promise<Plan | undefined> => {
    const slots: Slot[] = [];
    for (const text of texts) {
      const any = !always && known.has(text) ? [text] : await standIn(text);
      if (any.length === 0) return undefined;
      slots.push({ any });
    }
    return await first([{ rung, slots, excluded }]);
  };
  const kept = (text: string) => (known.has(text) ? [text] : []);
  const mend = (part: string) => correct(part, known, engine);
  const bySynonyms = (text: string) => [...kept(text), ...known.present(standIns(text))];

  /** Each word or a synonym of it, unless the words as they were typed find something: nothing is replaced without need. */
  const wordsReplaced = async (): Promise<Plan | undefined> => {
    if (quoted.length > 0 || !words.some((word) => synonymsOf(word, synonyms).length > 0)) return undefined;
    if (await first([needs('words', words)])) return undefined;
    return await replacing('synonyms', words, bySynonyms, true);
  };

  return (
    (await replacing('synonyms', all, (part) => known.present(numeralForms(part)))) ??
    (await replacing('typo', all, mend)) ??
    (await replacing('synonyms', all, bySynonyms)) ??
    (await wordsReplaced()) ??
    (await first([needs('words', [...quoted, ...parts.flatMap(wordsOf)], excluded)])) ??
    scattered(simple) ??
    undefined
  );
}

/** The query as typed; if its punctuation is not in the text, the parts between. */
function readings(rung: Plan['rung'], { parts, quoted, excluded }: Query): Plan[] {
  const whole = [...quoted, ...parts];
  const pieces = [...quoted, ...parts.flatMap(splitAtPunctuation)];
  return [
    needs(rung, whole, excluded),
    ...(pieces.join(' ') === whole.join(' ') ? [] : [needs(rung, pieces, excluded)]),
  ];
}

/** The same plans, each phrase written in every way that the site has it. */
async function inScripts(plans: readonly Plan[], table: TraditionalTable, known: Known): Promise<Plan[]> {
  const ways = (text: string) => waysToWrite(text, table);
  const all = plans.flatMap(({ slots }) => slots.flatMap(({ any }) => any));
  await known.learn(all.flatMap(ways));
  return plans
    .map((plan) => ({
      ...plan,
      slots: plan.slots.map(({ any }) => ({ any: known.frequent(any.flatMap(ways)) })),
      excluded: plan.excluded.flatMap(ways),
    }))
    .filter(({ slots }) => slots.every(({ any }) => any.length > 0));
}

/** The characters of a query by themselves, near one another. */
export function scattered({ parts, quoted, excluded }: Query): ScatteredPlan | undefined {
  const text = parts.filter(hasHan).flatMap(splitAtPunctuation).join('');
  const { length } = [...text];
  if (length < 2 || quoted.length > 0 || text !== parts.join('')) return undefined;
  const characters = [...new Set(text)];
  return {
    rung: 'characters',
    characters,
    gaps: Array.from({ length: maxSpreadPerCharacter }, (_, step) => (step + 1) * length - characters.length),
    marked: wordsOf(text).filter((word) => word.length > 1),
    excluded,
  };
}

/** Whatever of the query is anywhere; what few pages have counts more. */
export async function anyWord({ parts, excluded }: Query, engine: LadderEngine): Promise<Plan | undefined> {
  const all = [...new Set(parts.flatMap(wordsOf))];
  // Single characters match nearly every page, so they count only if nothing longer was typed.
  const long = all.filter((word) => [...word].length > 1);
  const words = long.length > 0 ? long : all;
  const known = new Known(engine);
  const [size] = await Promise.all([engine.size(), known.learn(words)]);
  const present = words.filter(known.has);
  if (present.length === 0) return undefined;
  return {
    rung: 'any',
    slots: present.map((word) => ({ any: [word], weight: Math.log(1 + size / known.count(word)) })),
    excluded,
    loose: true,
    missing: words.filter((word) => !present.includes(word)),
  };
}

/** What a mistyped word was probably meant to be, as the static index tells it: by the first kind of mistake that gives something. */
async function correct(word: string, known: Known, engine: LadderEngine): Promise<string[]> {
  const { length } = [...word];
  if (length < 2 || length > 24 || !hasHan(word)) return [];
  await known.learn([...transpositions(word), ...deletions(word)]);
  const swapped = known.present(transpositions(word));
  if (swapped.length > 0 || length < 3) return swapped;
  const completed = await filled(insertions(word), engine);
  if (completed.length > 0) return completed;
  // A word of three was likelier one of two if that is a title or keyword, or if a character was typed twice.
  const fewer =
    length > 3 || /(.)\1/u.test(word) ? deletions(word) : await engine.named(known.present(deletions(word)));
  const shortened = known.present(fewer);
  if (shortened.length > 0) return shortened;
  return length < 4 ? [] : await filled(substitutions(word), engine);
}

/** Fill the hole in a word as a title or keyword has it, or failing that as some page's text does. */
async function filled(holes: readonly Correction[], engine: LadderEngine): Promise<string[]> {
  for (const where of ['names', 'pages'] as const) {
    const texts = (await engine.apart(holes, where)).map(fold);
    const words = texts.flatMap((text) => holes.map((hole) => correctedIn(text, hole)));
    const found = words.filter((word) => word !== undefined && !/\s/u.test(word)) as string[];
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}
