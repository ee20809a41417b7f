import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, insertMultiple, save } from '@orama/orama';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { SearchEntry } from '../../../src/search/build/entry.ts';
import { linesOf, nameOf } from '../../../samples/query-sets.ts';
import { flexSearchOptions, miniSearchOptions, oramaTokenizer } from './peer-options.ts';
import { must } from '../../../src/lib/must.ts';

/**
 * Puts an engine's index into a folder; returns the engine's name for each page, if it differs from the page's
 * own.
 */
export type Prepare = (
  entries: readonly SearchEntry[],
  folder: string,
) => Promise<Map<string, string> | undefined>;

const bodyOf = (entry: SearchEntry): string => linesOf(entry).slice(1).join('\n');
const documents = (entries: readonly SearchEntry[]) =>
  entries.map((entry) => ({
    id: nameOf(entry),
    name: nameOf(entry),
    title: entry.title.zh,
    text: bodyOf(entry),
  }));

/** Pagefind as it comes: pages as they are, its own segmentation, its own loader. */
export const stockPagefind: Prepare = async (entries, folder) => {
  Reflect.deleteProperty(process.env, 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE');
  const { index } = await createIndex();
  for (const entry of entries) {
    const paragraphs = linesOf(entry)
      .slice(1)
      .map((line) => `<p>${line}</p>`);
    await must(index).addHTMLFile({
      url: `/${nameOf(entry)}/`,
      content: `<html lang="zh"><body><h1>${entry.title.zh}</h1>${paragraphs.join('')}</body></html>`,
    });
  }
  await must(index).writeFiles({ outputPath: join(folder, 'stock') });
  await close();
  const { readdir, readFile } = await import('node:fs/promises');
  const { gunzipSync } = await import('node:zlib');
  const fragments = join(folder, 'stock', 'fragment');
  const names = new Map<string, string>();
  for (const file of await readdir(fragments)) {
    const text = gunzipSync(await readFile(join(fragments, file))).toString();
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    names.set(file.replace('.pf_fragment', ''), url.replace(/^\/|\/$/g, ''));
  }
  return names;
};

export const miniSearch: Prepare = async (entries, folder) => {
  const index = new MiniSearch(miniSearchOptions);
  index.addAll(documents(entries));
  await writeFile(join(folder, 'minisearch.json'), JSON.stringify(index));
  return undefined;
};

export const flexSearch: Prepare = async (entries, folder) => {
  const index = new Index(flexSearchOptions);
  for (const { id, title, text } of documents(entries)) index.add(id, `${title}\n${text}`);
  const parts: Record<string, string> = {};
  await index.export((key: string, data: string) => {
    parts[key] = data;
  });
  await writeFile(join(folder, 'flexsearch.json'), JSON.stringify(parts));
  return undefined;
};

export const orama: Prepare = async (entries, folder) => {
  const index = create({
    schema: { name: 'string', title: 'string', text: 'string' },
    components: { tokenizer: oramaTokenizer },
  });
  await insertMultiple(index, documents(entries));
  await writeFile(join(folder, 'orama.json'), JSON.stringify(save(index)));
  return undefined;
};
