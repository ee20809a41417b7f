import { decodeFields } from '../format/fields.ts';
import type { ChineseHead, EnglishHead, IndexHead, IndexLanguage, PageText } from '../format/files.ts';
import {
  decodeRecords,
  fileRecords,
  vocabularyOf,
  type FacetTable,
  type RecordTable,
} from '../format/records.ts';
import type { SearchTables } from '../format/tables.ts';
import { fetchJson, fetchPacked, once } from './files.ts';
import type { ChineseIndex, EnglishIndex, Opener, OpenIndex } from './opened.ts';
import { PostingsIndex } from './postings-index.ts';

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
