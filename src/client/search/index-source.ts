import type { Language } from '../../i18n/languages.ts';
import { link } from '../../i18n/links.ts';
import { answer, type Answer, type Hit } from '../../search/browser/answer.ts';
import type { Opener } from '../../search/browser/opened.ts';
import { facetNames, pathOf, type FacetLabels, type SearchRecord } from '../../search/format/records.ts';
import { countFacets, passes } from '../../search/query/facets.ts';
import type { AnswerSource, Asked, Results, ShownHit, Suggestions } from './source.ts';

/** Answers from the index that the site was built with, read in the browser. */
export class IndexSource implements AnswerSource {
  readonly #opener: Opener;
  readonly #lang: Language;
  /** The last answer: who narrows it or wants more of it asks the same again. */
  #last: { typed: string; found: Promise<Answer | undefined> } | undefined;

  constructor(opener: Opener, lang: Language) {
    this.#opener = opener;
    this.#lang = lang;
  }

  async warmUp(): Promise<void> {
    await this.#opener(this.#lang).catch(() => undefined);
  }

  /** The answer itself, every hit of it. */
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
      // The records have only now come; ranking them makes another answer.
      this.#last = undefined;
      found = await this.answer(asked.typed);
    }
    return found && (await this.#results(found, asked, labels ?? {}));
  }

  /** Load the facets of all records, once a reader narrows results or looks at what there is to narrow them by. */
  async #facets(
    { hits: [first] }: Answer,
    { narrowing, scope, looking }: Asked,
  ): Promise<FacetLabels | undefined> {
    const narrowed = Object.keys({ ...narrowing, ...scope }).length > 0;
    if (!first || (!looking && !narrowed)) return undefined;
    return await (await this.#opener(first.language)).facets();
  }

  async #results(
    { hits: found, ...answered }: Answer,
    { narrowing, scope, shown }: Asked,
    labels: FacetLabels,
  ): Promise<Results> {
    const passing = (hits: readonly Hit[], chosen: Asked['narrowing']) =>
      Object.keys(chosen).length === 0 ? hits : hits.filter(({ record }) => record && passes(record, chosen));
    const all = passing(found, scope);
    const chosen = { ...narrowing, ...scope };
    const hits = passing(all, chosen);
    const records = all.map(({ record }) => record).filter((record) => record !== undefined);
    return {
      ...answered,
      hits: await Promise.all(hits.slice(0, shown).map((hit) => this.#shown(hit))),
      total: hits.length,
      all: all.length,
      facets: countFacets(records, chosen, ['type', ...facetNames]),
      labels,
    };
  }

  async #shown({ record, page, language }: Hit): Promise<ShownHit> {
    const text = async () => (await this.#opener(language)).text(page);
    // A site too large for records at hand has a hit's name in its text alone.
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
    const { commonKeywords, nearestTitles } = await import('../../search/query/nearest.ts');
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
