import type { Facets } from '../../../src/schemas/case.ts';
import { must } from '../../../src/lib/must.ts';
import { placeNames, regionNames } from '../language/words/places.ts';
import { simplified } from '../language/simplified.ts';
import { outcomeOf } from './outcome.ts';
import { rolesIn } from './roles.ts';
import { chooseTrades, rateTrades, type RatedTrade } from './trades.ts';
import { WordedText } from './worded-text.ts';

/** A case has at most so many places. */
const maxPlaces = 3;

/** Facets of a story before the trade of its book's author is known. */
export interface StoryFacts extends Omit<Facets, 'industries'> {
  trades: RatedTrade[];
}

/**
 * When and where a story is set, who is in it, their trade and how it ended. What the story doesn't tell is absent.
 * @param authorsTrade the trade of the book's author, if known
 */
export function facetsOf(paragraphs: string[], authorsTrade?: string): Facets | undefined {
  return facetsFrom(factsOf(paragraphs), authorsTrade);
}

/** What a story by itself tells of its facets. */
export function factsOf(paragraphs: string[]): StoryFacts {
  const texts = paragraphs.map(simplified);
  const text = new WordedText(texts.join('\n'));
  return {
    ...list('years', yearsIn(text.text)),
    ...list('places', placesIn(text)),
    ...list('roles', rolesIn(text)),
    trades: rateTrades(text),
    ...optional('outcome', outcomeOf(texts)),
  };
}

/** The facets of a story in a book whose author has a trade, or none that is known. */
export function facetsFrom(
  { trades, outcome, ...others }: StoryFacts,
  authorsTrade?: string,
): Facets | undefined {
  const facets = {
    ...others,
    ...list('industries', chooseTrades(trades, authorsTrade)),
    ...optional('outcome', outcome),
  };
  return Object.keys(facets).length > 0 ? facets : undefined;
}

function list<K extends string, T>(key: K, values: T[]): Partial<Record<K, T[]>> {
  return values.length > 0 ? ({ [key]: values } as Record<K, T[]>) : {};
}

function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}

/** The years in a text, from the earliest: 2016年, ２０１６年, 二〇一六年. */
function yearsIn(text: string): number[] {
  const digits = '〇一二三四五六七八九';
  const years = [
    ...text.normalize('NFKC').matchAll(/((?:19|20)\d\d|[一二][九〇零][〇零一二三四五六七八九]{2})年/g),
  ].map(([, year]) =>
    Number(
      must(year)
        .replace(/零/g, '〇')
        .replace(/[〇一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit))),
    ),
  );
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Cities, provinces and countries in the order of mention; wide areas only if nothing else is named. */
function placesIn(text: WordedText): string[] {
  const mentioned = [...new Set(text.mentions(placeNames).map(({ 0: name }) => name))];
  const exact = mentioned.filter((name) => !regionNames.has(name));
  return (exact.length > 0 ? exact : mentioned).slice(0, maxPlaces);
}
