import type { Block } from '../format/block.ts';
import { isPageText } from '../format/guards.ts';
import { isList } from '../../lib/guards.ts';
import { fold } from '../format/fold.ts';
import type { Pages, PhraseIndex } from '../format/phrase-index.ts';
import { placeApart } from '../query/relax/typos.ts';
import { vocabularyOf } from '../format/records.ts';
import { fetchJson } from './files.ts';
import type { FileIndex } from './opened.ts';

interface PlainPage {
  page: number;
  text: string;
  blocks: readonly Block[];
}

/** Search by reading: what a browser does that can unpack no index, and grep. */
class PlainIndex implements PhraseIndex {
  readonly #pages: readonly PlainPage[];
  readonly vocabulary: readonly string[];
  readonly size: number;

  constructor(pages: readonly PlainPage[], vocabulary: readonly string[]) {
    this.vocabulary = vocabulary;
    this.#pages = pages;
    this.size = pages.length;
  }

  phrase(text: string): Promise<Pages> {
    const found: Pages = new Map();
    for (const page of this.#pages) {
      const place = page.text.indexOf(text);
      if (place >= 0) found.set(page.page, place);
    }
    return Promise.resolve(found);
  }

  apart([before, after]: readonly [string, string], between: number): Promise<Pages> {
    const found: Pages = new Map();
    for (const { page, text } of this.#pages) {
      const place = placeApart(text, before, after, between);
      if (place >= 0) found.set(page, place);
    }
    return Promise.resolve(found);
  }

  scattered(text: string): Promise<Pages> {
    const found: Pages = new Map();
    for (const { page, text: all } of this.#pages) {
      const places = [...text].map((character) => all.indexOf(character));
      if (places.every((place) => place >= 0)) {
        found.set(page, Math.max(...places) - Math.min(...places) + 1);
      }
    }
    return Promise.resolve(found);
  }

  text(page: number): Promise<readonly Block[]> {
    return Promise.resolve(this.#pages[page]?.blocks ?? []);
  }
}

/** Read all texts; if the site is too large for that, titles and keywords alone. */
export async function readPlainIndex(folder: string, { head, allRecords }: FileIndex): Promise<PhraseIndex> {
  const texts = head.plain === undefined ? [] : await fetchJson(folder + head.plain, isList(isPageText));
  const records = await allRecords();
  return new PlainIndex(
    records.map(({ page, title, keywords }) => {
      const heads = [title, ...keywords].map((text): Block => ['', text]);
      const blocks = heads.concat(texts[page]?.blocks ?? []);
      return { page, blocks, text: blocks.map(([, text]) => fold(text)).join('\n') };
    }),
    vocabularyOf(records),
  );
}
