import { decodeFields, type FieldLengths } from '../format/fields.ts';
import type {
  ChineseHead,
  EnglishHead,
  IndexHead,
  IndexLanguage,
  PageText,
  SearchTables,
} from '../format/files.ts';
import type { PhraseIndex } from '../format/phrase-index.ts';
import {
  decodeRecords,
  fileRecords,
  vocabularyOf,
  type FacetLabels,
  type FacetTable,
  type RecordTable,
  type SearchRecord,
} from '../format/records.ts';
import type { EnglishEngine } from './english-engine.ts';
import { fetchJson, fetchPacked, once } from './files.ts';
import { PostingsIndex } from './postings-index.ts';

/** An index of one language, opened. */
export interface OpenIndex {
  head: IndexHead;
  /** Records of all pages, once they are there: with the head, or after {@link allRecords}. */
  records: SearchRecord[] | undefined;
  /** Records of all pages, fetched where need be. */
  allRecords: () => Promise<SearchRecord[]>;
  /** Files all records under their facets, and says what these are called. */
  facets: () => Promise<FacetLabels>;
  text: (page: number) => Promise<PageText>;
}

export interface ChineseIndex extends OpenIndex {
  phrases: PhraseIndex;
  /** How long the fields of pages are; `undefined` where records tell. */
  fields: () => Promise<((page: number) => FieldLengths) | undefined>;
  tables: () => Promise<SearchTables>;
}

export interface EnglishIndex extends OpenIndex {
  /** Pagefind's search, or the texts themselves where the browser cannot run its engine. */
  search: EnglishEngine | PhraseIndex;
}

/** Opens an index by language. */
export interface Opener {
  (language: 'zh'): Promise<ChineseIndex>;
  (language: 'en'): Promise<EnglishIndex>;
  (language: IndexLanguage): Promise<OpenIndex>;
}

/** Whether this browser can unpack gzip without being sent a decoder. */
const canUnpack = () => typeof DecompressionStream === 'function';

function openHead(folder: string, head: IndexHead): OpenIndex {
  const table = once((name: string) => fetchJson<RecordTable>(folder + name));
  const filed = once(async (name: string) => {
    const facets = await fetchJson<FacetTable>(folder + name);
    fileRecords(await opened.allRecords(), facets);
    return facets.labels;
  });
  const opened: OpenIndex = {
    head,
    text: once((page) => fetchJson<PageText>(`${folder}${head.texts}/${String(page)}.json`)),
    records: typeof head.records === 'string' ? undefined : decodeRecords(head.records),
    allRecords: async () => (opened.records ??= decodeRecords(await table(head.records as string))),
    facets: () => filed(head.facets),
  };
  return opened;
}

async function openChinese(folder: string): Promise<ChineseIndex> {
  const head = await fetchJson<ChineseHead>(`${folder}index.json`);
  const opened = openHead(folder, head);
  const tables = once((name: string) => fetchJson<SearchTables>(folder + name));
  const fields = once(async (name: string) => decodeFields(await fetchPacked(folder + name)));
  const phrases = canUnpack()
    ? new PostingsIndex({
        head,
        chunk: (position) => fetchPacked(`${folder}${head.chunks}/${String(position)}.bin`),
        text: opened.text,
        vocabulary: vocabularyOf(opened.records ?? []),
      })
    : await import('./later.ts').then(({ readPlainIndex }) => readPlainIndex(folder, opened));
  // A reader who types will want them to rank by.
  if (head.fields !== undefined && canUnpack()) fields(head.fields).catch(() => undefined);
  return Object.assign(opened, {
    phrases,
    tables: () => tables(head.tables),
    fields: () =>
      head.fields !== undefined && canUnpack() ? fields(head.fields) : Promise.resolve(undefined),
  });
}

async function openEnglish(folder: string): Promise<EnglishIndex> {
  const { openEnglishEngine, readPlainIndex } = await import('./later.ts');
  const head = await fetchJson<EnglishHead>(`${folder}index.json`);
  const opened = openHead(folder, head);
  const engine = canUnpack() ? await openEnglishEngine(folder, head) : undefined;
  return Object.assign(opened, { search: engine ?? (await readPlainIndex(folder, opened)) });
}

/** Opens indexes, each once; tries again after a failure. `root` is the folder of all indexes. */
export function indexOpener(root: string): Opener {
  const opened = once<IndexLanguage, OpenIndex>((language) =>
    language === 'zh' ? openChinese(`${root}zh/`) : openEnglish(`${root}en/`),
  );
  return ((language: IndexLanguage) => opened(language)) as Opener;
}
