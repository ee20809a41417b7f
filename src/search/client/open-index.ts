import type { IndexHead, IndexLanguage, PageText, SearchTables } from '../../lib/search/files.ts';
import type { PhraseIndex } from '../../lib/search/phrase-index.ts';
import {
  decodeRecords,
  fileRecords,
  vocabularyOf,
  type FacetLabels,
  type FacetTable,
  type RecordTable,
  type SearchRecord,
} from '../../lib/search/records.ts';
import { startEngine } from './engine.ts';
import { fetchFile, fetchJson, fetchPacked, once } from './files.ts';
import { PagefindIndex } from './pagefind-index.ts';

/** An index of one language, opened. */
export interface OpenIndex {
  head: IndexHead;
  phrases: PhraseIndex;
  /** The index as Pagefind reads it; absent where the browser cannot run its engine. */
  engine?: PagefindIndex;
  /** Records of all pages, once they are there: with the head, or after {@link allRecords}. */
  records: SearchRecord[] | undefined;
  /** Records of all pages, fetched where need be. */
  allRecords: () => Promise<SearchRecord[]>;
  /** Files all records under their facets, and says what these are called. */
  facets: () => Promise<FacetLabels>;
  text: (page: string) => Promise<PageText>;
  tables: () => Promise<SearchTables>;
}

/** Whether this browser can run the engine: WebAssembly is there, and gzip can be unpacked without shipping a decoder. */
const canRunEngine = () => typeof WebAssembly === 'object' && typeof DecompressionStream === 'function';

async function openEngine(
  folder: string,
  head: IndexHead,
  { text, records }: Pick<OpenIndex, 'text' | 'records'>,
): Promise<PagefindIndex> {
  const metas = Promise.all(head.metas.map((name) => fetchPacked(folder + name)));
  const module = await WebAssembly.compile(await (await fetchFile(folder + head.engine)).arrayBuffer());
  const engines = await Promise.all((await metas).map((meta) => startEngine(module, meta)));
  return new PagefindIndex({
    engines,
    head,
    chunk: (part, name) => fetchPacked(`${folder}index${String(part)}/${name}.pf_index`),
    text,
    vocabulary: vocabularyOf(records ?? []),
  });
}

/** A refusal to run the engine, as opposed to a file that did not arrive. */
function isRefusal(reason: unknown): boolean {
  return (
    typeof WebAssembly !== 'object' ||
    reason instanceof WebAssembly.CompileError ||
    reason instanceof WebAssembly.LinkError ||
    reason instanceof WebAssembly.RuntimeError
  );
}

async function open(folder: string): Promise<OpenIndex> {
  const head = await fetchJson<IndexHead>(`${folder}index.json`);
  const text = once((page) => fetchJson<PageText>(`${folder}text/${page}.json`));
  const table = once((name) => fetchJson<RecordTable>(folder + name));
  const tables = once((name) => fetchJson<SearchTables>(folder + name));
  const filed = once(async (name) => {
    const facets = await fetchJson<FacetTable>(folder + name);
    fileRecords(await opened.allRecords(), facets);
    return facets.labels;
  });
  const opened: Omit<OpenIndex, 'phrases' | 'engine'> = {
    head,
    text,
    records: typeof head.records === 'string' ? undefined : decodeRecords(head.records),
    allRecords: async () => (opened.records ??= decodeRecords(await table(head.records as string))),
    facets: () => filed(head.facets),
    tables: () =>
      head.tables === undefined
        ? Promise.resolve({ traditional: '', pinyin: {}, synonyms: [] })
        : tables(head.tables),
  };
  if (canRunEngine()) {
    try {
      const engine = await openEngine(folder, head, opened);
      return Object.assign(opened, { engine, phrases: engine });
    } catch (reason) {
      if (!isRefusal(reason)) throw reason;
    }
  }
  const { readPlainIndex } = await import('./later.ts');
  return Object.assign(opened, { phrases: await readPlainIndex(folder, head, await opened.allRecords()) });
}

/** Opens an index by language, once; tries again after a failure. `root` is the folder of all indexes. */
export function indexOpener(root: string): (language: IndexLanguage) => Promise<OpenIndex> {
  const opened = once((language) => open(`${root}${language}/`));
  return (language) => opened(language);
}
