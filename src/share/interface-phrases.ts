import { traditional } from '../lib/language/traditional.ts';
import type { BookLanguage } from '../schemas/book.ts';
import { words } from './words.ts';

/** Words of the interface that are put together elsewhere. */
const others = ['法则', '条法则', '案例：'];

const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(strings);

let known: (readonly [from: string, to: string])[] | undefined;

/** Phrases that only Simplified texts can have, with their Traditional form; the longest first. */
const phrases = () =>
  (known ??= [...strings(words.zh), ...others]
    .map((phrase) => [phrase, traditional(phrase)] as const)
    .filter(([phrase, other]) => phrase !== other)
    .sort(([a], [b]) => b.length - a.length));

/**
 * A value with every phrase of the interface in the book's script. A Traditional book's own text has none of these
 * phrases, since each has a character that only Simplified texts have.
 */
export function inScript<T>(value: T, language: BookLanguage): T {
  if (language === 'zh-Hans') return value;
  if (typeof value === 'string')
    return phrases().reduce<string>((text, [from, to]) => text.replaceAll(from, to), value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => inScript(each, language)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inScript(each, language)])) as T;
}
