import { escapePattern } from '../escape-pattern.ts';

/** A term with its other spellings. */
export interface Spelled {
  term: string;
  en: string;
  aliases?: readonly string[] | undefined;
  unmarked?: readonly string[] | undefined;
}

const isChinese = (spelling: string) => /\p{Script=Han}/u.test(spelling);

/** Spellings of a term in a Chinese text. An English alias would match inside other words there. */
export const chineseSpellings = ({ term, aliases = [] }: Spelled): string[] =>
  [term, ...aliases].filter(isChinese);

const plural = (word: string): string => (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`);

/** Spellings of a term in an English text, in small letters, each with its plural. */
export const englishSpellings = ({ term, en, aliases = [] }: Spelled): string[] =>
  [en, term, ...aliases]
    .filter((spelling) => !isChinese(spelling))
    .map((spelling) => spelling.toLowerCase())
    .flatMap((spelling) => [spelling, plural(spelling)]);

/** Aliases that are listed beside a term and marked in a text. */
export const shownAliases = ({ aliases = [], unmarked = [] }: Spelled): string[] =>
  aliases.filter((alias) => !unmarked.includes(alias));

/** {@link shownAliases} by language. Latin ones such as NPS are English. */
export function aliasesByLanguage(term: Spelled): { zh: string[]; en: string[] } {
  const shown = shownAliases(term);
  return { zh: shown.filter(isChinese), en: shown.filter((alias) => !isChinese(alias)) };
}

/** A pattern for any of these spellings. A longer spelling wins over a shorter one inside it. Latin ones match whole words only. */
export function spellingPattern(spellings: readonly string[], language: 'zh' | 'en'): RegExp {
  const any = spellings
    .toSorted((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|');
  return language === 'zh'
    ? new RegExp(any, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
}
