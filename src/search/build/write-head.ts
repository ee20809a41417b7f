import type { IndexHead, IndexLanguage, PlainTexts } from '../format/files.ts';
import {
  countTypes,
  encodeFacets,
  encodeRecords,
  type FacetLabels,
  type FacetName,
  type SearchRecord,
} from '../format/records.ts';
import { isLarge } from './design.ts';
import type { IndexFolder } from './index-folder.ts';
import type { IndexedText } from './languages.ts';

/** A file of all texts larger than this (in UTF-16 units) is more than a phone should load for want of DecompressionStream. */
const plainLimit = 3_000_000;

function recordOf(
  { text, entry }: IndexedText,
  page: number,
  language: IndexLanguage,
  head: number,
): SearchRecord {
  return {
    page,
    type: text.type,
    id: text.id,
    title: text.title[language] ?? text.title.zh,
    keywords: text.keywords,
    head,
    facets: entry.facets?.slugs ?? {},
  };
}

function allLabels(texts: readonly IndexedText[]): FacetLabels {
  const all: FacetLabels = {};
  for (const { entry } of texts) {
    for (const [name, labels] of Object.entries(entry.facets?.labels ?? {})) {
      all[name as FacetName] = { ...all[name as FacetName], ...labels };
    }
  }
  return all;
}

interface HeadParts {
  language: IndexLanguage;
  /** For each text, how many of its tokens come before the text proper. */
  heads: readonly number[];
}

/**
 * Write the files that both languages' indexes share: texts, records, facets.
 */
export function writeHead(
  texts: readonly IndexedText[],
  folder: IndexFolder,
  { language, heads }: HeadParts,
): Omit<IndexHead, 'summary'> {
  const records = texts.map((text, page) => recordOf(text, page, language, heads[page] ?? 0));
  const table = encodeRecords(records);
  const plain: PlainTexts = texts.map(({ text }) => text);
  const plainText = JSON.stringify(plain);
  return {
    size: texts.length,
    types: countTypes(records),
    texts: folder.putAll(
      'texts',
      plain.map((text, page) => [`${String(page)}.json`, JSON.stringify(text)] as const),
    ),
    records: isLarge(texts.length) ? folder.putJson('records', table) : table,
    facets: folder.putJson('facets', encodeFacets(records, allLabels(texts))),
    ...(plainText.length <= plainLimit && { plain: folder.putNamed('plain', 'json', plainText) }),
  };
}
