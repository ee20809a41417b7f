import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexHead, IndexLanguage, PlainTexts, SearchTables } from '../../lib/search/files.ts';
import {
  encodeFacets,
  encodeRecords,
  pageName,
  type FacetLabels,
  type FacetName,
  type SearchRecord,
} from '../../lib/search/records.ts';
import type { Design } from '../../lib/search/tokens.ts';
import type { IndexedText } from './languages.ts';
import { pagefindIndex } from './pagefind-index.ts';

export interface WriteOptions {
  /** Folder for this language's index. */
  folder: string;
  language: IndexLanguage;
  design: Design | 'words';
  /** Absent for English. */
  tables?: SearchTables | undefined;
}

/** Up to this many pages every reader of results gets all titles at once; beyond it they come when something needs them. */
const recordsInline = 1500;
/** A file of all texts larger than this (in UTF-16 units) is more than a phone should load for want of WebAssembly. */
const plainLimit = 3_000_000;

/** Small chunks make the first query light; in a large index they would make its table of chunks heavy. */
const chunkSizeFor = (pages: number): number => (pages <= 1000 ? 1000 : pages <= 5000 ? 3000 : 20_000);

/** Pagefind holds all that it indexes in memory, 12 GB for 25,000 pages; in parts of this many pages it needs a third. */
const partSize = 8000;

/** The texts in parts of nearly one size. */
function partsOf(texts: readonly IndexedText[]): IndexedText[][] {
  const size = Math.ceil(texts.length / Math.ceil(texts.length / partSize));
  return Array.from({ length: Math.ceil(texts.length / size) }, (_, part) =>
    texts.slice(part * size, (part + 1) * size),
  );
}

function recordOf({ text, entry, head }: IndexedText, page: string, language: IndexLanguage): SearchRecord {
  return {
    page,
    type: text.type,
    id: text.id,
    title: text.title[language] ?? text.title.zh,
    keywords: text.keywords,
    head,
    facets: entry.filed?.slugs ?? {},
  };
}

function allLabels(texts: readonly IndexedText[]): FacetLabels {
  const all: FacetLabels = {};
  for (const { entry } of texts) {
    for (const [name, labels] of Object.entries(entry.filed?.labels ?? {})) {
      all[name as FacetName] = { ...all[name as FacetName], ...labels };
    }
  }
  return all;
}

/** Index the texts of one language and write everything that the browser asks for. */
export async function writeIndex(texts: readonly IndexedText[], options: WriteOptions): Promise<void> {
  const { folder, language, design, tables } = options;
  await mkdir(join(folder, 'text'), { recursive: true });
  const put = async (name: string, content: string | Buffer): Promise<void> => {
    await writeFile(join(folder, name), content);
  };
  /** Write under a name that changes with the content, so that it may be kept forever. */
  const putNamed = async (stem: string, extension: string, content: string | Buffer): Promise<string> => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
    const name = `${stem}-${hash}.${extension}`;
    await put(name, content);
    return name;
  };
  const names = new Map<IndexedText, string>();
  const metas: string[] = [];
  let engine = '';
  for (const [part, some] of partsOf(texts).entries()) {
    const index = await pagefindIndex(some, { chunkSize: chunkSizeFor(texts.length) });
    for (const each of some) names.set(each, pageName(part, index.pages.get(each.name)!));
    await mkdir(join(folder, `index${String(part)}`), { recursive: true });
    for (const { name, content } of index.chunks) await put(join(`index${String(part)}`, name), content);
    metas.push(await putNamed('meta', 'pf_meta', index.meta));
    engine = await putNamed('../engine', 'wasm', index.engine);
  }
  const pageOf = (text: IndexedText): string => names.get(text)!;
  for (const each of texts) await put(join('text', `${pageOf(each)}.json`), JSON.stringify(each.text));
  const all = texts.map((each) => recordOf(each, pageOf(each), language));
  const records = encodeRecords(all);
  const plain: PlainTexts = Object.fromEntries(texts.map((each) => [pageOf(each), each.text]));
  const plainText = JSON.stringify(plain);
  const head: IndexHead = {
    design,
    size: texts.length,
    engine,
    metas,
    records:
      texts.length <= recordsInline ? records : await putNamed('records', 'json', JSON.stringify(records)),
    facets: await putNamed('facets', 'json', JSON.stringify(encodeFacets(all, allLabels(texts)))),
    ...(tables && { tables: await putNamed('tables', 'json', JSON.stringify(tables)) }),
    ...(plainText.length <= plainLimit && { plain: await putNamed('plain', 'json', plainText) }),
  };
  await put('index.json', JSON.stringify(head));
}
