import type { Book, ChapterNode, RuleNode } from '../../../scripts/ingest/model.ts';
import { noOverrides } from '../../../scripts/ingest/corrections/overrides.ts';
import type { Entries } from '../../../scripts/ingest/entries/entry.ts';
import { toEntries } from '../../../scripts/ingest/entries/make-entries.ts';

/** A rule of these paragraphs; without any, one whose text is missing. */
export function rule(title: string, ...texts: string[]): RuleNode {
  return {
    title,
    page: null,
    status: texts.length > 0 ? 'complete' : 'missing',
    line: 1,
    paragraphs: texts.map((text, index) => ({ text, lines: [index + 2, index + 2] })),
  };
}

/** A chapter of these rules. */
export function chapter(number: number, title: string, ...rules: RuleNode[]): ChapterNode {
  return { number, title, page: null, line: 1, epigraph: undefined, opening: [], rules };
}

/** Entries of a book of these chapters. */
export function entriesOf(chapters: ChapterNode[], overrides = noOverrides()): Entries {
  const book: Book = { front: [], chapters, dropped: [], rejoined: 0 };
  return toEntries(book, overrides);
}
