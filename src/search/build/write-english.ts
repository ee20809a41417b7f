import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EnglishHead, WordList } from '../format/files.ts';
import { countWords } from '../query/english-typos.ts';
import { englishWords } from '../query/english-words.ts';
import { putAll, putJson, putNamed } from './index-folder.ts';
import type { IndexedText } from './languages.ts';
import { numberPages, pagefindIndex } from './pagefind-index.ts';
import { writeHead } from './write-head.ts';

/** Small chunks make the first query light. */
const chunkSize = 1000;

/** Index English texts as Pagefind takes any page. Writes everything that the browser asks for below `folder`. */
export async function writeEnglishIndex(
  texts: readonly IndexedText[],
  folder: string,
  summary: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const index = await pagefindIndex(
    texts.map(({ html }) => html),
    { chunkSize },
  );
  const head: EnglishHead = {
    ...(await writeHead(texts, folder, { language: 'en', heads: [], summary })),
    engine: await putNamed(folder, 'engine', 'wasm', index.engine),
    meta: await putNamed(folder, 'meta', 'pf_meta', numberPages(index.meta)),
    chunks: await putAll(
      folder,
      'chunks',
      index.chunks.map(({ name, content }) => [`${name}.pf_index`, content] as const),
    ),
    words: await putJson(folder, 'words', wordList(texts)),
  };
  await writeFile(join(folder, 'index.json'), JSON.stringify(head));
}

function wordList(texts: readonly IndexedText[]): WordList {
  const words = texts.flatMap(({ text: { title, keywords, blocks } }) =>
    englishWords([title.en ?? '', ...keywords, ...blocks.map(([, block]) => block)].join(' ')),
  );
  return [...countWords(words)].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
}
