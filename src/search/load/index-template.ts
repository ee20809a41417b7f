import { searchAlias } from '../engine/names.ts';
import { facetNames } from '../format/records.ts';

/** How an index of a handbook's pages is laid out in OpenSearch or Elasticsearch. */
export interface IndexLayout {
  /** Pieces that an index is cut into; they can be searched on different machines at once. */
  shards: number;
  /** Copies of each piece, so that a machine may stop. */
  replicas: number;
}

/** Positions between two lines of a page, as in the site's own index: no phrase of a query runs from one into the next. */
const gapBetweenValues = 1;

/**
 * A field of exact text. Every two neighbouring characters are a token, so that any stretch of Chinese is a phrase of
 * few tokens that few pages have, whether or not a dictionary has the word. Single characters are kept beside them.
 */
const exact = {
  type: 'text',
  analyzer: 'pairs',
  position_increment_gap: gapBetweenValues,
  index_options: 'positions',
  norms: false,
  fields: {
    each: {
      type: 'text',
      analyzer: 'each',
      position_increment_gap: gapBetweenValues,
      index_options: 'positions',
      norms: false,
    },
    whole: { type: 'keyword', ignore_above: 1000 },
  },
} as const;

const exactText = { ...exact, fields: { each: exact.fields.each } };

const english = {
  type: 'text',
  analyzer: 'english',
  position_increment_gap: gapBetweenValues,
} as const;

const englishHead = {
  ...english,
  fields: { words: { type: 'text', analyzer: 'standard' }, whole: { type: 'keyword', ignore_above: 1000 } },
} as const;

/** English with its words as they are written, each of them: which pages have a word is asked here, and what a mistyped one may have been. */
const englishText = {
  ...english,
  fields: { words: { type: 'text', analyzer: 'standard', index_options: 'docs', norms: false } },
} as const;

/** What results are made of; nobody searches in it. */
const shown = { type: 'object', enabled: false } as const;

/** How often a change of an index that is searched is shown. */
export const refreshInterval = '5s';

/** The index template: every index named `handbook-pages-…` is laid out by it. */
export const indexTemplate = ({ shards, replicas }: IndexLayout) => ({
  index_patterns: [`${searchAlias}-*`],
  template: {
    settings: {
      number_of_shards: shards,
      number_of_replicas: replicas,
      refresh_interval: refreshInterval,
      // Text is folded before it comes here, as the site folds it: the engine only cuts it.
      analysis: {
        tokenizer: {
          pairs: { type: 'ngram', min_gram: 2, max_gram: 2 },
          each: { type: 'ngram', min_gram: 1, max_gram: 1 },
        },
        analyzer: {
          pairs: { type: 'custom', tokenizer: 'pairs' },
          each: { type: 'custom', tokenizer: 'each' },
        },
      },
    },
    mappings: {
      dynamic: 'strict',
      properties: {
        book: { type: 'keyword' },
        type: { type: 'keyword' },
        entry: { type: 'keyword' },
        number: { type: 'keyword' },
        typeOrder: { type: 'byte' },
        order: { type: 'integer' },
        hash: { type: 'keyword', doc_values: false },
        shown,
        title: exact,
        /** A short title that has a word is more about it than a long one. */
        titleLength: { type: 'integer' },
        keywords: exact,
        summary: exactText,
        /** All that a page has: its text, and whether it has a phrase at all. */
        all: exactText,
        pinyin: { type: 'keyword' },
        initials: { type: 'keyword' },
        titleEn: englishHead,
        keywordsEn: englishHead,
        allEn: englishText,
        facets: {
          properties: Object.fromEntries(
            facetNames.filter((name) => name !== 'book').map((name) => [name, { type: 'keyword' }]),
          ),
        },
      },
    },
  },
});
