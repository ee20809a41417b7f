import { Converter } from 'opencc-js/t2cn';
import { KeptValues } from '../../freshness/kept-values.ts';
import { fingerprintFor } from '../../freshness/makers.ts';
import { traditional } from '../../lib/language/traditional.ts';
import type { BookLanguage } from '../../schemas/book.ts';
import { pinyin } from 'pinyin-pro';
import { fold } from '../format/fold.ts';
import type { SearchTables, SyllableTable, SynonymGroups, TraditionalTable } from '../format/tables.ts';
import type { SearchEntry } from './entry.ts';

const han = /\p{Script=Han}/u;
const firstHan = 0x4e00;
const lastHan = 0x9fff;

/** Characters, each with what it is in Simplified in some words only: 瞭解 is 了解, 瞭望 stays. */
const inSomeWords =
  '瞭了覆复鍊链伕夫藉借彷仿濬浚託讬諮咨薰熏荳豆甦苏像象俱具待呆座坐鎗枪拏拿燄焰籐藤揹背耡锄菓果著着乾干夥伙';

const keptForms = new KeptValues<[string, string[]][]>('character-forms', () => fingerprintFor('characters'));
const keptReadings = new KeptValues<string[]>('readings', () => fingerprintFor('characters'));

/** What each character is in Simplified, as written in Taiwan, Hong Kong and of old. */
function simplifiedForms(characters: readonly string[]): Map<string, string[]> {
  const forms = new Map<string, string[]>(characters.map((character) => [character, []]));
  for (const from of ['t', 'tw', 'hk'] as const) {
    const convert = Converter({ from, to: 'cn' });
    // One call for all of them, a line each, so that no two are read as a word.
    for (const [index, simple] of convert(characters.join('\n')).split('\n').entries()) {
      const known = forms.get(characters[index] ?? '');
      if (known && !known.includes(simple)) known.push(simple);
    }
  }
  for (const [character = '', simple = ''] of inSomeWords.match(/../gu) ?? []) {
    const known = forms.get(character);
    if (known && !known.includes(simple)) known.push(simple);
  }
  return forms;
}

/**
 * For characters of the other script, those that the site has for them, the most frequent first. A Traditional site may
 * have several (发 is 發 and 髮), and its own characters may be others' Simplified form (里 is 里 and 裡).
 */
export function traditionalTable(
  texts: Iterable<string>,
  language: BookLanguage = 'zh-Hans',
): TraditionalTable {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const all = Array.from({ length: lastHan - firstHan + 1 }, (_, index) =>
    String.fromCodePoint(firstHan + index),
  );
  const forms = new Map(keptForms.of('all', () => [...simplifiedForms(all)]));
  const byCount = (list: string[]): string[] =>
    list.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const present = all.filter((character) => counts.has(character));
  const pairs: string[] = [];
  if (language === 'zh-Hans') {
    for (const [character, simple] of forms) {
      const others = simple.filter((each) => each !== character && counts.has(each));
      if (others.length === 0) continue;
      // A Simplified book has 著 in 著名, and 跟著 is its 跟着 all the same.
      for (const other of byCount(counts.has(character) ? [...others, character] : others))
        pairs.push(character, other);
    }
    return pairs.join('');
  }
  const bySimplified = new Map<string, string[]>();
  for (const character of present)
    for (const simple of forms.get(character) ?? [])
      bySimplified.set(simple, [...(bySimplified.get(simple) ?? []), character]);
  for (const [character, simple] of forms) {
    const others = [...new Set([character, ...simple].flatMap((each) => bySimplified.get(each) ?? []))];
    if (others.length === 0 || (others.length === 1 && others[0] === character)) continue;
    for (const other of byCount(others)) pairs.push(character, other);
  }
  return pairs.join('');
}

/** Readings of the characters of titles and keywords, each as it is read in its word: 银行 háng, 行动 xíng. */
export function syllableTable(texts: Iterable<string>, language: BookLanguage = 'zh-Hans'): SyllableTable {
  // Readings by context are known of Simplified words.
  const convert = language === 'zh-Hant' ? Converter({ from: 't', to: 'cn' }) : (text: string) => text;
  const characters = new Map<string, Set<string>>();
  for (const text of texts) {
    const simple = convert(text);
    const read = simple.length === text.length ? simple : text;
    const syllables = keptReadings.of(read, () => pinyin(read, { toneType: 'none', type: 'array', v: true }));
    for (const [index, character] of [...text].entries()) {
      const syllable = syllables[index];
      if (!han.test(character) || syllable === undefined || !/^[a-zv]+$/.test(syllable)) continue;
      characters.set(syllable, (characters.get(syllable) ?? new Set()).add(character));
    }
  }
  return Object.fromEntries([...characters].sort().map(([syllable, all]) => [syllable, [...all].join('')]));
}

/** Groups with the Traditional forms of their words. */
const inBothScripts = (groups: SynonymGroups): SynonymGroups =>
  groups.map((group) => [...new Set(group.flatMap((word) => [word, traditional(word)]))]);

/** The tables for these entries. */
export function searchTables(
  entries: readonly SearchEntry[],
  synonyms: SynonymGroups,
  language: BookLanguage = 'zh-Hans',
): SearchTables {
  const heads = entries.flatMap(({ title, keywords }) => [title.zh, ...(keywords?.zh ?? [])].map(fold));
  const texts = entries.flatMap(({ summary, blocks }) => [
    summary?.zh ?? '',
    ...blocks.map(([, text]) => text),
  ]);
  return {
    traditional: traditionalTable([...heads, ...texts], language),
    ...(language === 'zh-Hant' && { fromSimplified: true }),
    pinyin: syllableTable(heads, language),
    synonyms: language === 'zh-Hant' ? inBothScripts(synonyms) : synonyms,
  };
}
