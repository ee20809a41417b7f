import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSynonyms } from '../../edition/vocabulary.ts';
import { KeptTrees } from '../../freshness/kept-trees.ts';
import { fingerprintFor } from '../../freshness/makers.ts';
import { readBookLanguage } from '../../edition/book-file.ts';
import type { BookLanguage } from '../../schemas/book.ts';
import type { SynonymGroups } from '../format/tables.ts';
import { designFor } from './design.ts';
import type { SearchEntry } from './entry.ts';
import { chineseText, englishText } from './languages.ts';
import { readEntries, type Sources } from './read-entries.ts';
import { searchTables } from './tables.ts';
import { writeChineseIndex } from './write-chinese.ts';
import { writeEnglishIndex } from './write-english.ts';
import { writeShelfHead, writeSummary } from './write-shelf-head.ts';

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
  const summary = await writeSummary(chinese, english, folder);
  const { tables } = await writeChineseIndex(chinese, join(folder, 'zh'), {
    design,
    tables: searchTables(entries, synonyms, language),
    summary,
  });
  if (english.length > 0) await writeEnglishIndex(english, join(folder, 'en'), summary);
  await writeShelfHead(
    {
      summary,
      pages: { zh: chinese.length, en: english.length },
      language,
      tables: `../zh/${tables}`,
    },
    folder,
  );
}

export interface SearchBuild extends Sources {
  /** Where indexes are kept between builds; without it, each one is made anew. */
  cacheDir?: string;
}

/**
 * Index a built site for its search.
 *
 * @returns How many pages there are, and whether their index had to be made.
 */
export async function buildSearchIndex({
  cacheDir,
  ...sources
}: SearchBuild): Promise<{ pages: number; made: boolean }> {
  const entries = await readEntries(sources);
  const synonyms = readSynonyms(sources.contentDir);
  const language = readBookLanguage(sources.contentDir);
  const folder = join(sources.distDir, indexFolder);
  await rm(folder, { recursive: true, force: true });
  if (cacheDir === undefined) {
    await writeIndexes(entries, synonyms, folder, language);
    return { pages: entries.length, made: true };
  }
  const kept = new KeptTrees(cacheDir);
  const fingerprint = fingerprintFor('search', { values: { entries, synonyms, language } });
  if (kept.restore(fingerprint, folder) !== undefined) return { pages: entries.length, made: false };
  await rm(folder, { recursive: true, force: true });
  await writeIndexes(entries, synonyms, folder, language);
  kept.keepFolder(fingerprint, folder);
  return { pages: entries.length, made: true };
}
