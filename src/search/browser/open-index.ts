import { decodeFields } from '../format/fields.ts';
import type { IndexHead, IndexLanguage } from '../format/files.ts';
import {
  isChineseHead,
  isEnglishHead,
  isFacetTable,
  isPageText,
  isRecordTable,
  isSearchTables,
  isWordList,
} from '../format/guards.ts';
import { addFacets, decodeRecords, numberOf, typeAt, vocabularyOf } from '../format/records.ts';
import { fetchJson, fetchPacked, rememberByKey } from './files.ts';
import type { ChineseIndex, EnglishIndex, FileIndex, Opener, OpenIndex } from './opened.ts';
import { PostingsIndex } from './postings-index.ts';

/** Whether this browser can unpack gzip without being sent a decoder. */
const canUnpack = () => typeof DecompressionStream === 'function';

function openHead(folder: string, head: IndexHead): FileIndex {
  const table = rememberByKey((name: string) => fetchJson(folder + name, isRecordTable));
  const facetLabels = rememberByKey(async (name: string) => {
    const facets = await fetchJson(folder + name, isFacetTable);
    addFacets(await opened.allRecords(), facets);
    return facets.labels;
  });
  const record = (page: number) => opened.records?.[page];
  const opened: FileIndex = {
    head,
    text: rememberByKey((page) => fetchJson(`${folder}${head.texts}/${String(page)}.json`, isPageText)),
    records: typeof head.records === 'string' ? undefined : decodeRecords(head.records),
    known: () => Promise.resolve({ record, type: (page) => record(page)?.type ?? typeAt(page, head.types) }),
    allRecords: async () =>
      (opened.records ??= decodeRecords(
        typeof head.records === 'string' ? await table(head.records) : head.records,
      )),
    numbered: async (number) =>
      (await opened.allRecords()).find(
        ({ type, id }) => (type === 'rule' || type === 'chapter') && numberOf(id) === number,
      ),
    facets: () => facetLabels(head.facets),
  };
  return opened;
}

/** Open a Chinese index by the name of its head in its folder. */
export async function openChinese(folder: string, name: string): Promise<ChineseIndex & FileIndex> {
  const head = await fetchJson(folder + name, isChineseHead);
  const opened = openHead(folder, head);
  const tables = rememberByKey((name: string) => fetchJson(folder + name, isSearchTables));
  const fields = rememberByKey(async (name: string) => decodeFields(await fetchPacked(folder + name)));
  const phrases = canUnpack()
    ? new PostingsIndex({
        head,
        chunk: (position) => fetchPacked(`${folder}${head.chunks}/${String(position)}.bin`),
        text: opened.text,
        vocabulary: vocabularyOf(opened.records ?? []),
      })
    : await import('./fallbacks.ts').then(({ readPlainIndex }) => readPlainIndex(folder, opened));
  // A reader who types will want them to rank by.
  if (head.fields !== undefined && canUnpack()) fields(head.fields).catch(() => undefined);
  const { known } = opened;
  return Object.assign(opened, {
    phrases,
    tables: () => tables(head.tables),
    // Without records, titles are recognised by their places.
    known: async () =>
      head.fields === undefined || opened.records !== undefined || !canUnpack()
        ? await known()
        : { ...(await known()), fields: await fields(head.fields) },
  });
}

/** Open an English index by the name of its head in its folder. */
export async function openEnglish(folder: string, name: string): Promise<EnglishIndex & FileIndex> {
  const { openEnglishEngine, readPlainIndex } = await import('./fallbacks.ts');
  const head = await fetchJson(folder + name, isEnglishHead);
  const opened = openHead(folder, head);
  const engine = canUnpack() ? await openEnglishEngine(folder, head) : undefined;
  const words = rememberByKey((name: string) => fetchJson(folder + name, isWordList));
  return Object.assign(opened, {
    search: engine ?? (await readPlainIndex(folder, opened)),
    words: () => (head.words === undefined ? Promise.resolve([]) : words(head.words)),
  });
}

/**
 * Opens each index once; tries again after a failure.
 *
 * @param root The folder of all indexes.
 * @param edition The edition whose index it has to be; absent if a site is being made.
 */
export function indexOpener(root: string, edition?: string): Opener {
  const head = edition ? `index-${edition}.json` : 'index.json';
  const opened = rememberByKey<IndexLanguage, OpenIndex>((language) =>
    language === 'zh' ? openChinese(`${root}zh/`, head) : openEnglish(`${root}en/`, head),
  );
  return ((language: IndexLanguage) => opened(language)) as Opener;
}
