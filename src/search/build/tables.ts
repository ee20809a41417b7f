import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { fold } from '../format/fold.ts';
import type { SearchTables, SyllableTable, SynonymGroups, TraditionalTable } from '../format/tables.ts';
import type { SearchEntry } from './entry.ts';

const han = /\p{Script=Han}/u;
const firstHan = 0x4e00;
const lastHan = 0x9fff;

/** Traditional forms, as written in Taiwan, Hong Kong and of old, of just the characters that the site has. */
export function traditionalTable(texts: Iterable<string>): TraditionalTable {
  const present = new Set([...texts].flatMap((text) => [...text]));
  const all = Array.from({ length: lastHan - firstHan + 1 }, (_, index) =>
    String.fromCodePoint(firstHan + index),
  );
  const pairs = new Map<string, string>();
  for (const from of ['t', 'tw', 'hk'] as const) {
    const convert = Converter({ from, to: 'cn' });
    // One call for all of them, a line each, so that no two are read as a word.
    const simplified = convert(all.join('\n')).split('\n');
    for (const [index, character] of all.entries()) {
      const simple = simplified[index]!;
      if (simple !== character && present.has(simple) && !present.has(character) && !pairs.has(character)) {
        pairs.set(character, simple);
      }
    }
  }
  return [...pairs].flat().join('');
}

/** Readings of the characters of titles and keywords, each as it is read where it stands: 银行 háng, 行动 xíng. */
export function syllableTable(texts: Iterable<string>): SyllableTable {
  const characters = new Map<string, Set<string>>();
  for (const text of texts) {
    const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
    for (const [index, character] of [...text].entries()) {
      const syllable = syllables[index];
      if (!han.test(character) || syllable === undefined || !/^[a-zv]+$/.test(syllable)) continue;
      characters.set(syllable, (characters.get(syllable) ?? new Set()).add(character));
    }
  }
  return Object.fromEntries([...characters].sort().map(([syllable, all]) => [syllable, [...all].join('')]));
}

/** The tables for these entries. */
export function searchTables(entries: readonly SearchEntry[], synonyms: SynonymGroups): SearchTables {
  const heads = entries.flatMap(({ title, keywords }) => [title.zh, ...(keywords?.zh ?? [])].map(fold));
  const texts = entries.flatMap(({ summary, blocks }) => [
    summary?.zh ?? '',
    ...blocks.map(([, text]) => text),
  ]);
  return {
    traditional: traditionalTable([...heads, ...texts]),
    pinyin: syllableTable(heads),
    synonyms,
  };
}
