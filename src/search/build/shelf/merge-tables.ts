import type { BookLanguage } from '../../../schemas/book.ts';
import type { Summary } from '../../format/summary.ts';
import type { SearchTables } from '../../format/tables.ts';
import { traditionalTable } from '../tables.ts';

/** What is known of a book for the tables of its shelf. */
export interface BookTables {
  language: BookLanguage;
  summary: Summary;
  tables: SearchTables;
}

const single = (token: string): boolean => [...token].length === 1;

/** Search tables for all books of a shelf together. Where books are in both scripts, queries are led to Simplified characters. */
export function mergeTables(books: readonly BookTables[]): SearchTables {
  const characters = new Set(books.flatMap(({ summary }) => [...summary.pairs.keys()].filter(single)));
  const language =
    books.length > 0 && books.every((book) => book.language === 'zh-Hant') ? 'zh-Hant' : 'zh-Hans';
  const synonyms = new Map(
    books.flatMap(({ tables }) => tables.synonyms.map((group) => [JSON.stringify(group), group] as const)),
  );
  const pinyin = new Map<string, Set<string>>();
  for (const { tables } of books)
    for (const [syllable, read] of Object.entries(tables.pinyin))
      for (const character of read) pinyin.set(syllable, (pinyin.get(syllable) ?? new Set()).add(character));
  return {
    traditional: traditionalTable(characters, language),
    ...(language === 'zh-Hant' && { fromSimplified: true }),
    synonyms: [...synonyms.values()],
    pinyin: Object.fromEntries([...pinyin].map(([syllable, read]) => [syllable, [...read].join('')])),
  };
}
