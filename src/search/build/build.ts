import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSynonyms } from '../../edition/vocabulary.ts';
import { removeOthers } from '../../freshness/remove-others.ts';
import { KeptTrees } from '../../freshness/kept-trees.ts';
import { fingerprintFor } from '../../freshness/makers.ts';
import { readBookLanguage } from '../../edition/names/book-file.ts';
import type { BookLanguage } from '../../schemas/book.ts';
import type { EnglishHead } from '../format/files.ts';
import type { SynonymGroups } from '../format/tables.ts';
import { designFor, isLarge } from './design.ts';
import { englishInThread } from './english-thread.ts';
import type { SearchEntry } from './entry.ts';
import { IndexFolder } from './index-folder.ts';
import { chineseText, englishText } from './languages.ts';
import { readEntries, type Sources } from './read-entries.ts';
import { searchTables } from './tables.ts';
import { chineseParts, writeChineseIndex } from './write-chinese.ts';
import { writeEnglishIndex } from './write-english.ts';
import { shelfFolder, writeShelfHead, writeSummary } from './write-shelf-head.ts';

/** Folder of the search index below the site's root. */
export const indexFolder = 'pagefind';

/** Write the indexes of both languages for these entries below `folder`. */
export async function writeIndexes(
  entries: readonly SearchEntry[],
  synonyms: SynonymGroups,
  folder: string,
  language: BookLanguage = 'zh-Hans',
): Promise<void> {
  const design = designFor(entries.length);
  const chinese = entries.map((entry) => chineseText(entry, design));
  const english = entries.map(englishText).filter((text) => text !== undefined);
  const englishFolder = join(folder, 'en');
  // A large book's indexes take much memory while they are made: one after the other.
  const apart = isLarge(entries.length);
  const parts = chineseParts(chinese);
  const beside = english.length > 0 && !apart ? englishInThread(english, englishFolder) : undefined;
  // Both are waited for below.
  for (const each of [parts, beside]) each?.catch(() => undefined);
  const forShelves = new IndexFolder(join(folder, shelfFolder));
  const summary = writeSummary(chinese, english, forShelves);
  const ownTables = searchTables(entries, synonyms, language);
  const { tables } = writeChineseIndex(chinese, join(folder, 'zh'), {
    parts: await parts,
    design,
    tables: ownTables,
    summary,
  });
  if (english.length > 0) {
    const head = await (beside ?? writeEnglishIndex(english, englishFolder));
    new IndexFolder(englishFolder).putHead('index.json', { ...head, summary } satisfies EnglishHead);
  } else await rm(englishFolder, { recursive: true, force: true });
  writeShelfHead(
    {
      summary,
      pages: { zh: chinese.length, en: english.length },
      language,
      tables: `../zh/${tables}`,
    },
    forShelves,
  );
  forShelves.removeOthers();
}

export interface SearchBuild extends Sources {
  /** Where indexes are kept between builds; without it, each one is made anew. */
  cacheDir?: string;
}

/**
 * Index a built site for its search.
 *
 * @returns How many pages there are, whether their index had to be made, and, of an index that is kept, the paths of its files.
 */
export async function buildSearchIndex({
  cacheDir,
  ...sources
}: SearchBuild): Promise<{ pages: number; made: boolean; paths: string[] }> {
  const entries = await readEntries(sources);
  const synonyms = readSynonyms(sources.contentDir);
  const language = readBookLanguage(sources.contentDir);
  const folder = join(sources.distDir, indexFolder);
  if (cacheDir === undefined) {
    await writeIndexes(entries, synonyms, folder, language);
    return { pages: entries.length, made: true, paths: [] };
  }
  const kept = new KeptTrees(cacheDir);
  const fingerprint = fingerprintFor('search', { values: { entries, synonyms, language } });
  const paths = () => kept.list(fingerprint)?.files.map(({ path }) => path) ?? [];
  const made = kept.restore(fingerprint, folder) === undefined;
  if (made) {
    await writeIndexes(entries, synonyms, folder, language);
    kept.keepFolder(fingerprint, folder);
  } else removeOthers(folder, new Set(paths()));
  return { pages: entries.length, made, paths: paths().map((path) => `${indexFolder}/${path}`) };
}
