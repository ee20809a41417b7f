import type { Language } from '../../../i18n/languages.ts';
import { link } from '../../../i18n/links.ts';
import { answer, type Answer, type Hit } from '../../../search/browser/answer.ts';
import type { Opener } from '../../../search/browser/opened.ts';
import { pathOf, type FacetLabels, type SearchRecord } from '../../../search/format/records.ts';
import { needsFacets, resultsOf } from './results-of.ts';
import type { AnswerSource, Asked, Results, ShownHit, Suggestions } from './source.ts';

/** Answers from the index that the site was built with, read in the browser. */
export class IndexSource implements AnswerSource {
  readonly #opener: Opener;
  readonly #lang: Language;
  /** The last answer, for a reader who narrows it or wants more of it. */
  #last: { typed: string; found: Promise<Answer | undefined> } | undefined;

  constructor(opener: Opener, lang: Language) {
    this.#opener = opener;
    this.#lang = lang;
  }

  async warmUp(): Promise<void> {
    await this.#opener(this.#lang).catch(() => undefined);
  }

  /** All hits for a text. */
  async answer(typed: string): Promise<Answer | undefined> {
    if (this.#last?.typed !== typed) {
      const found = answer(typed, this.#opener, this.#lang);
      const last = { typed, found };
      this.#last = last;
      found.catch(() => {
        if (this.#last === last) this.#last = undefined;
      });
    }
    return await this.#last?.found;
  }

  async ask(asked: Asked): Promise<Results | undefined> {
    let found = await this.answer(asked.typed);
    const labels = found && (await this.#facets(found, asked));
    if (labels && found?.hits.some(({ record }) => !record)) {
      // The records have been loaded with the facets. With them, the hits can be ranked better.
      this.#last = undefined;
      found = await this.answer(asked.typed);
    }
    return found && (await resultsOf(found, asked, labels ?? {}, (hit) => this.#shown(hit)));
  }

  /** Names of the facet values; `undefined` if they are not needed. */
  async #facets({ hits: [first] }: Answer, asked: Asked): Promise<FacetLabels | undefined> {
    if (!first || !needsFacets(asked)) return undefined;
    return await (await this.#opener(first.language)).facets();
  }

  async #shown({ record, page, language }: Hit): Promise<ShownHit> {
    const text = async () => (await this.#opener(language)).text(page);
    // On a site that is too large to load all records, only the text names the hit.
    const { type, id, title } = record ?? (await text());
    return {
      type,
      id,
      title: typeof title === 'string' ? title : (title[language] ?? title.zh),
      language,
      address: this.#addressOf({ type, id }),
      text,
    };
  }

  #addressOf({ type, id }: Pick<SearchRecord, 'type' | 'id'>): string {
    return link(this.#lang, pathOf(type, id));
  }

  async suggest(typed: string): Promise<Suggestions> {
    const { commonKeywords, nearestTitles } = await import('../../../search/query/rank/nearest.ts');
    const records = await (await this.#opener(this.#lang)).allRecords();
    return {
      titles: nearestTitles(typed, records).map((record) => ({
        title: record.title,
        address: this.#addressOf(record),
      })),
      keywords: commonKeywords(records),
    };
  }
}
