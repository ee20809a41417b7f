import { cutWords } from '../../language/words/dictionary.ts';
import { nickname, titledName } from '../../language/words/names.ts';
import { remember } from '../../../../src/lib/remember.ts';
import { simplified } from '../../language/simplified.ts';
import { tagOf } from './topics.ts';

/** Who the story is about and what, as the words that say most: “宁海生与搓板路”. */
export function whoAndWhat(
  paragraphs: string[],
  topics: Map<string, number>,
  names: string[],
): string | undefined {
  const text = simplified(paragraphs.join('\n'));
  const isName = namesOf(text);
  const name =
    [nickname, titledName]
      .flatMap((pattern) => [...text.matchAll(new RegExp(pattern.source, 'g'))])
      .sort((a, b) => a.index - b.index)
      .find(({ 0: each }) => isName(each))?.[0] ??
    names.toSorted((a, b) => text.indexOf(a) - text.indexOf(b))[0];
  const ranked = [...topics].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const [what, ...others] = ranked.filter(
    (word) => !name?.includes(word) && !word.includes(name ?? '\n') && isSomething(word, text),
  );
  if (what === undefined) return undefined;
  const first = name ?? others.find((word) => !word.includes(what) && !what.includes(word));
  return first === undefined ? undefined : `${first}与${what}`;
}

/** 后头, 店里: where, not what. */
const somewhere = /^[前后里上下外那这]头$|.[里内外旁边]$|^[上下]./;

/** Whether a story may be about a noun: a person or a thing, not a place (店里), a state (不合格) or a deed (靠岸了) that the dictionary has as a noun. */
function isSomething(word: string, text: string): boolean {
  if (/^[a-z]/i.test(word) ? word.length < 3 : somewhere.test(word)) return false;
  return !new RegExp(`[不没能会快]${word}|${word}[了过着]`).test(text);
}

/**
 * Tells names that come again in a text. 小港 in 小港边 or 老船 in 老船长 is no name: it is part of a longer word, wherever
 * it stands.
 */
function namesOf(text: string): (name: string) => boolean {
  const startOf = (word: string): string => word.slice(0, 2);
  let words: Map<string, string[]> | undefined;
  return remember((name) => {
    if (text.indexOf(name) === text.lastIndexOf(name)) return false;
    words ??= Map.groupBy(new Set(cutWords(text)), startOf);
    const alike = words.get(startOf(name)) ?? [];
    return alike.some((word) => word === name || (word.startsWith(name) && /^nr/.test(tagOf(word))));
  });
}
