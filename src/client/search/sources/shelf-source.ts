import type { Language } from '../../../i18n/languages.ts';
import { shelfTexts } from '../../../i18n/shelf.ts';
import { answer, type Answer, type Hit } from '../../../search/browser/answer.ts';
import type { Shelf } from '../../../search/browser/shelf/open-shelf.ts';
import { pathOf } from '../../../search/format/records.ts';
import type { ListedBook } from '../../../search/format/routing.ts';
import { needsFacets, resultsOf } from './results-of.ts';
import type { AnswerSource, Asked, Results, ShownHit, Suggestions } from './source.ts';

/** Numbers of handbooks that are asked before results are shown: the likeliest one, then more and more. */
const waves = [1, 3, 8, 24, 48, 96, 192, 384];
/** Milliseconds that a reader has to type on before more handbooks are asked. */
const typingPauseMs = 250;

/**
 * Answers from the handbooks of a shelf, each of which has its own index. The shelf's tables tell which of them can have an answer.
 */
export class ShelfSource implements AnswerSource {
  readonly #open: () => Promise<Shelf>;
  readonly #lang: Language;
  #last: { typed: string; found: Answer | undefined } | undefined;
  /** Number of the current question. Older ones are given up. */
  #turn = 0;

  constructor(open: () => Promise<Shelf>, lang: Language) {
    this.#open = open;
    this.#lang = lang;
  }

  async warmUp(): Promise<void> {
    await this.#open().catch(() => undefined);
  }

  async ask(asked: Asked, partly: (results: Results) => void): Promise<Results | undefined> {
    const turn = (this.#turn += 1);
    const shelf = await this.#open();
    const { typed } = asked;
    if (this.#last?.typed !== typed) {
      const isCurrent = () => turn === this.#turn;
      await this.#firstResults(shelf, asked, partly, isCurrent);
      if (!isCurrent()) return undefined;
      let found = await answer(typed, shelf.opener(), this.#lang);
      if (!isCurrent()) return undefined;
      if (found) partly(await this.#results(shelf, found, asked, [shelfTexts[this.#lang].checking]));
      // A handbook that has changed since the shelf was made may have more than the shelf's tables say.
      if (await shelf.books.check()) found = await answer(typed, shelf.opener(), this.#lang);
      this.#last = { typed, found };
    }
    const { found } = this.#last;
    return found && (await this.#results(shelf, found, asked, this.#leftOut(shelf)));
  }

  /** Show the results of the likeliest handbooks while the others are asked. */
  async #firstResults(
    shelf: Shelf,
    asked: Asked,
    partly: (results: Results) => void,
    isCurrent: () => boolean,
  ): Promise<void> {
    let candidates = await shelf.candidates(asked.typed, this.#lang, true);
    let quickly = true;
    const start = performance.now();
    for (const wave of waves) {
      if (wave >= candidates.length || !isCurrent()) return;
      const some = shelf.opener(candidates.slice(0, wave));
      const found = await answer(asked.typed, some, this.#lang, true);
      if (!isCurrent()) return;
      if (!found || found.hits.length === 0) {
        // The phrase is rarer than its pairs of characters. Looking up more pairs costs less than asking handbooks in vain.
        if (quickly) candidates = await shelf.candidates(asked.typed, this.#lang);
        quickly = false;
        continue;
      }
      const note = shelfTexts[this.#lang].asking(candidates.length - wave);
      partly(await this.#results(shelf, found, asked, [note]));
      const left = typingPauseMs - (performance.now() - start);
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    }
  }

  #nameOf = ({ title, id }: ListedBook): string => (title[this.#lang] ?? title.zh) || id;

  /** Sentences that name the handbooks without results, and why. */
  #leftOut(shelf: Shelf): string[] {
    const t = shelfTexts[this.#lang];
    return (['unreachable', 'format'] as const).flatMap((why) => {
      const names = shelf.books.leftOut
        .filter((each) => each.why === why)
        .map(({ book }) => this.#nameOf(book));
      return names.length === 0 ? [] : [t[why](names)];
    });
  }

  async #results(shelf: Shelf, found: Answer, asked: Asked, notes: readonly string[]): Promise<Results> {
    const [first] = found.hits;
    const opener = shelf.opener();
    const labels = first && needsFacets(asked) ? await (await opener(first.language)).facets() : {};
    const results = await resultsOf(found, asked, { ...labels, book: shelf.names() }, (hit) =>
      this.#shown(shelf, hit),
    );
    // Chapters are a facet only within one handbook.
    const facets =
      asked.narrowing.book === undefined
        ? results.facets.filter(({ name }) => name !== 'chapter')
        : results.facets;
    return { ...results, facets, notes };
  }

  async #shown(shelf: Shelf, { record, page, language }: Hit): Promise<ShownHit> {
    const text = async () => (await shelf.opener()(language)).text(page);
    const { type, id, title } = record ?? (await text());
    const book = shelf.bookOf(page);
    const name = book && { id: book.id, title: this.#nameOf(book) };
    return {
      type,
      id,
      title: typeof title === 'string' ? title : (title[language] ?? title.zh),
      language,
      address: `${book?.address ?? ''}${this.#lang === 'en' ? 'en/' : ''}${pathOf(type, id)}`,
      ...(name && { book: name }),
      text,
    };
  }

  async suggest(typed: string): Promise<Suggestions> {
    const { commonKeywords, nearestTitles } = await import('../../../search/query/rank/nearest.ts');
    const shelf = await this.#open();
    const records = await shelf.openRecords(this.#lang);
    const titles = await Promise.all(
      nearestTitles(typed, records).map((record) =>
        this.#shown(shelf, { record, page: record.page, language: this.#lang }),
      ),
    );
    return { titles, keywords: commonKeywords(records) };
  }
}
