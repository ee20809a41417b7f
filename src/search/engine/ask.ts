import { hasShape, isList, isNumber, isObject, isText, type Guard } from '../../lib/guards.ts';
import { fold } from '../format/fold.ts';
import type { FacetName, RecordType } from '../format/records.ts';
import type { Correction } from '../query/typos.ts';
import type { ShownPage } from './shown-page.ts';
import type { LadderEngine } from './ladder.ts';
import type { Plan, ScatteredPlan } from './plan.ts';
import type { SearchTemplate } from './names.ts';

/** Ask a stored search for its answer. Throws where the engine does not answer. */
export type Ask = (template: SearchTemplate, params: object) => Promise<unknown>;

/** A facet of results; `book` is the handbook. */
export type EngineFacet = FacetName | 'type';
export type EngineNarrowing = Partial<Record<EngineFacet, string>>;

/** A page that was found. */
export interface EngineHit {
  book: string;
  type: RecordType;
  entry: string;
  score: number;
  shown: ShownPage;
}

/** Some of what was found, best first. */
export interface EngineResults {
  /** How many pages there are in all, before narrowing by facets. */
  total: number;
  hits: EngineHit[];
  /** For each facet that was asked for, its values with the results that each would leave. */
  facets: Partial<Record<EngineFacet, { value: string; count: number }[]>>;
}

/** Which of the results are wanted. */
export interface Wanted {
  from?: number;
  narrowing?: EngineNarrowing;
  /** Facets whose values are counted. */
  counted?: readonly EngineFacet[];
}

const isShown: Guard<{ _score: number | null; _source: Omit<EngineHit, 'score'> }> = (
  value,
): value is { _score: number | null; _source: Omit<EngineHit, 'score'> } =>
  isObject(value) &&
  isObject(value['_source']) &&
  isText(value['_source']['entry']) &&
  isObject(value['_source']['shown']);
const isResponse = hasShape({ hits: hasShape({ hits: isList(isShown) }) });
const isCounts = hasShape({ buckets: isList(hasShape({ doc_count: isNumber })) });
const isProbe = hasShape({ aggregations: hasShape({ plans: isCounts, english: isCounts }) });
const isHoles = hasShape({
  aggregations: hasShape({
    holes: hasShape({
      buckets: isList(
        hasShape({ doc_count: isNumber, pages: hasShape({ hits: hasShape({ hits: isList(isShown) }) }) }),
      ),
    }),
  }),
});

/** The engine answered with something else than its searches give. */
export class EngineAnswerError extends Error {
  override name = 'EngineAnswerError';
}

function expected<T>(value: unknown, isExpected: Guard<T>, template: SearchTemplate): T {
  if (!isExpected(value))
    throw new EngineAnswerError(`The search “${template}” answered with something else than results.`);
  return value;
}

/** Items that say whether they are the last of their list, as the templates' commas need. */
const listed = <T extends object>(items: readonly T[]): (T & { last: boolean })[] =>
  items.map((item, index) => ({ ...item, last: index === items.length - 1 }));

/** A phrase; one of a single character is looked for among single characters. */
const phrase = (text: string) => {
  const { length } = [...text];
  return { text, sub: length > 1 ? '' : '.each', share: 2 * length };
};

const slotsOf = ({ slots }: Plan) =>
  listed(slots.map(({ any, weight = 1 }) => ({ any: listed(any.map(phrase)), weight })));
const excludedOf = ({ excluded }: Pick<Plan, 'excluded'>) => listed(excluded.map(phrase));
const fieldOf = (facet: EngineFacet): string =>
  facet === 'type' || facet === 'book' ? facet : `facets.${facet}`;

function wantedOf({ from = 0, narrowing = {}, counted = [] }: Wanted) {
  const chosen = (Object.entries(narrowing) as [EngineFacet, string][]).map(([facet, value]) => ({
    facet,
    field: fieldOf(facet),
    value,
  }));
  return {
    from,
    narrow: listed(chosen),
    counted: listed(
      counted.map((name) => ({
        name,
        field: fieldOf(name),
        others: listed(chosen.filter(({ facet }) => facet !== name)),
      })),
    ),
  };
}

function resultsOf(value: unknown, template: SearchTemplate): EngineResults {
  const response = expected(value, isResponse, template);
  const { hits } = response.hits;
  const total = (response.hits as { total?: { value?: number } }).total?.value ?? hits.length;
  const facets: EngineResults['facets'] = {};
  const counted = (response as { aggregations?: Record<string, unknown> }).aggregations ?? {};
  for (const [name, each] of Object.entries(counted)) {
    const { buckets = [] } =
      (each as { values?: { buckets?: { key: unknown; doc_count: number }[] } }).values ?? {};
    facets[name as EngineFacet] = buckets.map(({ key, doc_count: count }) => ({ value: String(key), count }));
  }
  return {
    total,
    hits: hits.map(({ _score: score, _source }) => ({ ..._source, score: score ?? 0 })),
    facets,
  };
}

/** How often an answer is asked for that lacks a part, and milliseconds before the second time. */
const attempts = 5;
const pause = 200;

const isPartial = (value: unknown): boolean =>
  hasShape({ _shards: hasShape({ failed: isNumber }) })(value) && value._shards.failed > 0;

/** Letters of pinyin that the engine compares; who asked compares the rest. An engine refuses patterns of many branches. */
const lettersMatched = 8;

/** The stored searches of a cluster, as functions. */
export class Engine implements LadderEngine {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Ask until all pieces of the index have answered: while a machine falls out, some of what there is would be missing. */
  async #whole(template: SearchTemplate, params: object): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const value = await this.#ask(template, params);
      if (!isPartial(value) || attempt === attempts) return value;
      await new Promise((resolve) => setTimeout(resolve, pause * attempt));
    }
  }

  async #probe(
    plans: readonly Plan[],
    words: readonly string[],
  ): Promise<{ plans: number[]; words: number[] }> {
    // An engine takes no empty list of filters.
    const asked = plans.length > 0 ? plans : [{ rung: 'exact', slots: [], excluded: [] } satisfies Plan];
    const value = await this.#whole('probe', {
      plans: listed(asked.map((plan) => ({ slots: slotsOf(plan), excluded: excludedOf(plan) }))),
      words: listed((words.length > 0 ? words : ['']).map((text) => ({ text }))),
    });
    const { aggregations } = expected(value, isProbe, 'probe');
    const counts = ({ buckets }: { buckets: { doc_count: number }[] }) =>
      buckets.map((bucket) => bucket.doc_count);
    return { plans: counts(aggregations.plans), words: counts(aggregations.english) };
  }

  async count(plans: readonly Plan[]): Promise<number[]> {
    return (await this.#probe(plans, [])).plans;
  }

  async countEnglish(words: readonly string[]): Promise<number[]> {
    return (await this.#probe([], words)).words;
  }

  async size(): Promise<number> {
    return (await this.count([]))[0] ?? 0;
  }

  async apart(holes: readonly Correction[]): Promise<string[]> {
    if (holes.length === 0) return [];
    const value = await this.#whole('holes', {
      holes: listed(holes.map(({ phrases: [before, after] }) => ({ before, after }))),
    });
    const { buckets } = expected(value, isHoles, 'holes').aggregations.holes;
    return buckets
      .sort((a, b) => a.doc_count - b.doc_count)
      .flatMap(({ pages }) => pages.hits.hits)
      .slice(0, 16)
      .flatMap(({ _source: { shown } }) => [
        shown.title.zh,
        ...shown.keywords,
        ...shown.blocks.map(([, text]) => text),
      ]);
  }

  async find(plan: Plan | ScatteredPlan, wanted: Wanted = {}): Promise<EngineResults> {
    if ('characters' in plan) {
      const value = await this.#whole('scattered', {
        ...wantedOf(wanted),
        characters: listed(plan.characters.map((text) => ({ text }))),
        gaps: plan.gaps,
        excluded: excludedOf(plan),
      });
      return resultsOf(value, 'scattered');
    }
    const value = await this.#whole('find', {
      ...wantedOf(wanted),
      slots: slotsOf(plan),
      excluded: excludedOf(plan),
      loose: plan.loose === true,
      together: plan.slots.length > 1,
    });
    return resultsOf(value, 'find');
  }

  /** Pages with these English words, by their stems; `least` of them will do. */
  async english(
    words: readonly string[],
    { typed, excluded, least }: { typed: string; excluded: readonly string[]; least: number },
    wanted: Wanted = {},
  ): Promise<EngineResults> {
    const value = await this.#whole('english', {
      ...wantedOf(wanted),
      words: listed(words.map((text) => ({ text }))),
      excluded: listed(excluded.map((text) => ({ text }))),
      typed: fold(typed),
      least,
    });
    return resultsOf(value, 'english');
  }

  /** Pages with a title or keyword that these letters may spell; whoever asks looks whether they do. */
  async spelt(letters: string): Promise<EngineHit[]> {
    // A syllable may be given by its beginning alone: after any letter, the rest of it may follow.
    const pattern = [...letters.slice(0, lettersMatched)].map((letter) => `${letter}([a-z]*')?`).join('');
    const params = { initials: [...letters].join("'"), pattern: `${pattern}.*` };
    return resultsOf(await this.#whole('pinyin', params), 'pinyin').hits;
  }

  /** Pages whose English title or keywords have a word that is nearly this one. */
  async near(word: string): Promise<EngineHit[]> {
    return resultsOf(await this.#whole('near', { word }), 'near').hits;
  }

  /** The chapters or rules of a number. */
  async numbered(number: string): Promise<EngineHit[]> {
    return resultsOf(await this.#whole('number', { number }), 'number').hits;
  }
}
