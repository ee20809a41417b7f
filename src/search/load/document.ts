import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import { printed } from '../../lib/book/printed-names.ts';
import type { Localized } from '../../schemas/localized.ts';
import type { SearchEntry } from '../build/entry.ts';
import type { ShownPage } from '../engine/shown-page.ts';
import { fold } from '../format/fold.ts';
import { englishWords } from '../query/parse/english-words.ts';
import { facetNames, numberOf, type FacetName, type RecordType } from '../format/records.ts';

/** A page of a handbook as the engine keeps it. All texts but those in `shown` are folded. */
export interface EngineDocument {
  book: string;
  type: RecordType;
  entry: string;
  number?: string;
  typeOrder: number;
  order: number;
  /** Of everything else in here: a page that has not changed is not sent again. */
  hash: string;
  shown: ShownPage;
  title: string;
  titleLength: number;
  keywords: string[];
  summary: string;
  all: string[];
  pinyin: string[];
  initials: string[];
  titleEn?: string;
  keywordsEn?: string[];
  allEn?: string[];
  facets: Partial<Record<FacetName, string[]>>;
}

const typeOrder: Record<RecordType, number> = { rule: 0, case: 1, chapter: 2, term: 3, front: 4 };

/** Lines of a text between its white space: a phrase has none, and none runs across. */
const runs = (text: string): string[] => fold(text).split(/\s+/u).filter(Boolean);

/** Identifier of a page in the index: the same for the same page of the same book at every load. */
export const documentId = (book: string, { type, id }: Pick<SearchEntry, 'type' | 'id'>): string =>
  `${book}/${type}/${id}`;

/**
 * A page as the engine keeps it.
 *
 * @param book name of the handbook on its shelf
 * @param order place of the page in reading order
 * @param address of the handbook's site, where results lead to another
 */
export function toDocument(
  entry: SearchEntry,
  book: string,
  order: number,
  address?: string,
): EngineDocument {
  const { type, id, title, summary, blocks } = entry;
  const keywords = entry.keywords?.zh ?? [];
  const lines = blocks.map(([, text]) => text);
  const spelt = [title.zh, ...keywords].map(syllablesOf);
  const numbered = type === 'rule' || type === 'chapter';
  const page = {
    book,
    type,
    entry: id,
    ...(numbered && { number: numberOf(id) }),
    typeOrder: typeOrder[type],
    order,
    shown: shownOf(entry, address),
    title: fold(title.zh),
    titleLength: Math.max(1, [...fold(title.zh)].length),
    keywords: keywords.map(fold),
    summary: fold(summary?.zh ?? ''),
    all: [title.zh, ...keywords, summary?.zh ?? '', ...lines].flatMap(runs),
    pinyin: [...new Set(spelt.flatMap(endings))],
    initials: [...new Set(spelt.flatMap((each) => endings(each.map((syllable) => syllable.slice(0, 1)))))],
    ...(title.en !== undefined && inEnglish(title.en, entry)),
    facets: inOneOrder(entry.facets?.slugs ?? {}),
  };
  const hash = createHash('sha256').update(JSON.stringify(page)).digest('hex').slice(0, 32);
  return { ...page, hash };
}

function shownOf(
  { title, label, keywords, summary, blocks, english = [] }: SearchEntry,
  address: string | undefined,
): ShownPage {
  const led = (text: string | undefined): ShownPage['blocks'] => (text === undefined ? [] : [['', text]]);
  return {
    title: localized(title),
    ...(label !== undefined && { name: localized(printed(label)) }),
    keywords: keywords?.zh ?? [],
    keywordsEn: keywords?.en ?? [],
    blocks: [...led(summary?.zh), ...blocks],
    ...(title.en !== undefined && { english: [...led(summary?.en), ...english] }),
    ...(address !== undefined && { address }),
  };
}

const localized = ({ zh, en }: Localized): { zh: string; en?: string } => ({
  zh,
  ...(en !== undefined && { en }),
});

function inEnglish(title: string, { keywords, summary, english = [] }: SearchEntry) {
  const words = keywords?.en ?? [];
  const lines = [...(summary?.en === undefined ? [] : [summary.en]), ...english.map(([, text]) => text)];
  return {
    titleEn: fold(title),
    keywordsEn: words.map(fold),
    allEn: [title, ...words, ...lines].map((text) => englishWords(text).join(' ')),
  };
}

/** Facets in the order of their names, values in that of the alphabet: two ways to read a page give the same. */
const inOneOrder = (slugs: EngineDocument['facets']): EngineDocument['facets'] =>
  Object.fromEntries(
    facetNames.flatMap((name) => {
      const values = slugs[name];
      return values ? [[name, values.toSorted()]] : [];
    }),
  );

/** Syllables of a text's Han characters, each as it is read in its word, without tones; letters as they are. */
function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
    .map((syllable) => fold(syllable))
    .filter((syllable) => /^[\p{L}\p{N}]+$/u.test(syllable));
}

/** Endings of a text that are spelt as one, from every syllable on: 客户需求 is found by xuqiu. Apostrophes part syllables. */
const endings = (syllables: readonly string[]): string[] =>
  syllables.map((_, from) => syllables.slice(from, from + 12).join("'"));
