import type { EnglishHead, WordList } from '../format/files.ts';
import { wordFrequencies } from '../query/relax/english-typos.ts';
import { englishWords } from '../query/parse/english-words.ts';
import { IndexFolder } from './index-folder.ts';
import type { IndexedText } from './languages.ts';
import { numberPages, pagefindIndex } from './pagefind-index.ts';
import { writeHead } from './write-head.ts';

/** Small chunks make the first query light. */
const chunkSize = 1000;

/** Everything but the name of the book's summary for shelves, which is made meanwhile. */
export type OwnEnglishHead = Omit<EnglishHead, 'summary'>;

/**
 * Index English texts as Pagefind takes any page. Writes everything that the browser asks for below `folder`, but the head.
 */
export async function writeEnglishIndex(
  texts: readonly IndexedText[],
  folder: string,
): Promise<OwnEnglishHead> {
  const files = new IndexFolder(folder);
  const index = await pagefindIndex(
    texts.map(({ html }) => html),
    { chunkSize },
  );
  const head: OwnEnglishHead = {
    ...writeHead(texts, files, { language: 'en', heads: [] }),
    engine: files.putNamed('engine', 'wasm', index.engine),
    meta: files.putNamed('meta', 'pf_meta', numberPages(index.meta)),
    chunks: files.putAll(
      'chunks',
      index.chunks.map(({ name, content }) => [`${name}.pf_index`, content] as const),
    ),
    words: files.putJson('words', wordList(texts)),
  };
  files.removeOthers();
  return head;
}

function wordList(texts: readonly IndexedText[]): WordList {
  const words = texts.flatMap(({ text: { title, keywords, blocks } }) =>
    englishWords([title.en ?? '', ...keywords, ...blocks.map(([, block]) => block)].join(' ')),
  );
  return [...wordFrequencies(words)].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
}
