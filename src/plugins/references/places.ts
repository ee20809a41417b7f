import { numeralCharacters, parseNumeral } from '../../lib/numerals.ts';
import type { Place } from '../../lib/book/place.ts';

/** The chapter and rule of a text, by which its bare numbers are read. */
export interface Standpoint {
  part?: number | undefined;
  chapter?: string | undefined;
}

const printed = new RegExp(String.raw`^第\s*([${numeralCharacters}]+)\s*(\p{Script=Han}{1,2})$`, 'u');

/** What a place is called: `21章`, `22条`, `法则1.2`. */
function namesOf({ kind, number, label }: Place): string[] {
  const [, numeral = '', unit = ''] = printed.exec(label ?? '') ?? [];
  const value = parseNumeral(numeral);
  const byLabel = value === undefined ? [] : [`${String(value)}${unit}`];
  if (kind === 'rule') return [...byLabel, `法则${String(number)}`];
  if (kind === 'chapter' && typeof number === 'number' && byLabel.length === 0)
    return [`${String(number)}章`];
  return byLabel;
}

/**
 * Finds the one place that a name means, seen from a text's own place. If numbers start anew in each part or
 * chapter, it is the one in the same part or chapter; `undefined` if nothing has the name or several are as
 * likely.
 */
export function placeFinder(places: readonly Place[]): (name: string, from: Standpoint) => Place | undefined {
  const named = new Map<string, Place[]>();
  for (const place of places)
    for (const name of new Set(namesOf(place))) named.set(name, [...(named.get(name) ?? []), place]);
  return (name, { part, chapter }) => {
    const all = named.get(name) ?? [];
    const [only] = all;
    if (all.length <= 1) return only;
    const near = [
      all.filter((place) => place.kind === 'rule' && place.chapter === chapter),
      all.filter((place) => place.part !== undefined && place.part === part),
    ];
    return near.find(({ length }) => length === 1)?.[0];
  };
}

/** The name that a mention gives: `第三章` and `第 3 章` are `3章`. */
export function nameIn(mention: string): string | undefined {
  const plain = mention.replace(/\s/g, '').replace('．', '.');
  if (plain.startsWith('法则')) return plain;
  const [, numeral = '', unit = ''] = printed.exec(plain) ?? [];
  const value = parseNumeral(numeral);
  return value === undefined ? undefined : `${String(value)}${unit}`;
}

/** The same in English: `Chapter 3` is `3章`, `rule 1.2` is `法则1.2`. */
export function englishNameIn(mention: string): string {
  const number = /[\d.]+/.exec(mention)?.[0] ?? '';
  return /^rule/i.test(mention) ? `法则${number}` : `${number}章`;
}
