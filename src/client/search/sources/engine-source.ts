import type { Language } from '../../../i18n/languages.ts';
import { link } from '../../../i18n/links.ts';
import { askingOnce, engineAt } from '../../../search/browser/engine-at.ts';
import { siteVocabulary, type SiteVocabulary } from '../../../search/browser/site-vocabulary.ts';
import { answerFromEngine } from '../../../search/engine/answer.ts';
import { Engine, type Ask } from '../../../search/engine/ask.ts';
import { pageSize } from '../../../search/engine/names.ts';
import type { EngineHit, Wanted } from '../../../search/engine/results.ts';
import type { PageText } from '../../../search/format/files.ts';
import { facetNames, pathOf } from '../../../search/format/records.ts';
import { nearestTitles } from '../../../search/query/rank/nearest.ts';
import { needsFacets } from './results-of.ts';
import type { AnswerSource, Asked, Results, ShownHit, Suggestions } from './source.ts';

/** Where an engine and the site's own index are. */
export interface EngineSourceOptions {
  /** Address of the stored searches, with a slash at the end. */
  address: string;
  /** The handbook that is searched. */
  book: string;
  /** Folder of the site's own index, which has the vocabulary, and the name of its head. */
  root: string;
  head: string;
  lang: Language;
}

/** Answers from OpenSearch, with the same ladder, words and facets as the site's own index. */
export class EngineSource implements AnswerSource {
  readonly #options: EngineSourceOptions;
  readonly #vocabulary: SiteVocabulary;
  /** The requests for the last text. */
  #last: { typed: string; ask: Ask; giveUp: AbortController } | undefined;

  constructor(options: EngineSourceOptions) {
    this.#options = options;
    this.#vocabulary = siteVocabulary(options.root, options.head);
  }

  async warmUp(): Promise<void> {
    // Nothing to load: the first question is a single request.
  }

  /** The engine for a text. Requests for another text are aborted. */
  #engineFor(typed: string): Engine {
    const { address, book } = this.#options;
    if (this.#last?.typed !== typed) {
      this.#last?.giveUp.abort();
      const giveUp = new AbortController();
      this.#last = { typed, giveUp, ask: askingOnce(engineAt(address, giveUp.signal)) };
    }
    return new Engine(this.#last.ask, book);
  }

  async ask(asked: Asked): Promise<Results | undefined> {
    const { typed, narrowing, scope, shown } = asked;
    const { lang } = this.#options;
    const { tables, labels } = this.#vocabulary;
    const engine = this.#engineFor(typed);
    const looking = needsFacets(asked);
    const counted: Wanted['counted'] = looking
      ? ['type', ...facetNames.filter((name) => name !== 'book')]
      : ['type', 'chapter'];
    const wanted = { narrowing, scope, counted };
    const found = await answerFromEngine(typed, engine, tables, lang, wanted);
    if (!found) return undefined;
    const { results, ...answered } = found;
    const hits = new Set(results.hits);
    for (let from = pageSize; hits.size < Math.min(shown, results.total); from += pageSize) {
      const more = await answerFromEngine(typed, engine, tables, lang, { ...wanted, from });
      if (!more || more.results.hits.length === 0) break;
      for (const hit of more.results.hits) hits.add(hit);
    }
    return {
      ...answered,
      hits: this.#shown([...hits].slice(0, shown), engine),
      total: results.total,
      all: results.all,
      facets: results.facets,
      // Without labels, facet values are shown by their slugs.
      labels: looking ? await labels().catch(() => ({})) : {},
    };
  }

  #shown(hits: readonly EngineHit[], engine: Engine): ShownHit[] {
    const brief = hits.filter(({ shown }) => shown.blocks === undefined);
    const groups = Array.from({ length: Math.ceil(brief.length / pageSize) }, (_, index) =>
      brief.slice(index * pageSize, (index + 1) * pageSize),
    );
    const textsOf = new Map(
      groups.flatMap((group) => {
        let texts: ReturnType<Engine['texts']> | undefined;
        return group.map((hit) => [hit, () => (texts ??= engine.texts(group))] as const);
      }),
    );
    return hits.map((hit) => {
      const { type, entry: id, language, shown } = hit;
      return {
        type,
        id,
        title: shown.title[language] ?? shown.title.zh,
        language,
        address: this.#addressOf(hit),
        text: async () => pageText(hit, (await textsOf.get(hit)?.())?.get(hit) ?? shown),
      };
    });
  }

  #addressOf({ type, entry }: EngineHit): string {
    return link(this.#options.lang, pathOf(type, entry));
  }

  async suggest(typed: string): Promise<Suggestions> {
    const { lang } = this.#options;
    const { hits, keywords } = await this.#engineFor(typed).nearest(typed, lang);
    const titled = hits.map((hit) => ({ hit, title: hit.shown.title[lang] ?? hit.shown.title.zh }));
    return {
      titles: nearestTitles(typed, titled).map(({ hit, title }) => ({
        title,
        address: this.#addressOf(hit),
      })),
      keywords,
    };
  }
}

/** The text of a hit's page, in the language that it was found in. */
function pageText({ type, entry: id, language }: EngineHit, shown: EngineHit['shown']): PageText {
  const { title, name, keywords = [], keywordsEn = [], blocks = [], english = [] } = shown;
  const inEnglish = language === 'en';
  return {
    type,
    id,
    title,
    ...(name && { name }),
    keywords: inEnglish ? keywordsEn : keywords,
    blocks: inEnglish ? english : blocks,
  };
}
