import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { handKept } from '../../edition/environment.ts';
import type { SynonymGroups } from '../format/tables.ts';
import { designFor } from './design.ts';
import type { SearchEntry } from './entry.ts';
import { chineseText, englishText } from './languages.ts';
import { readEntries, type Sources } from './read-entries.ts';
import { searchTables } from './tables.ts';
import { writeChineseIndex } from './write-chinese.ts';
import { writeEnglishIndex } from './write-english.ts';

const synonymsSchema = z.strictObject({ groups: z.array(z.array(z.string().min(1)).min(2)) });

/** Folder of the search index below the site's root. */
export const indexFolder = 'pagefind';

/** The edition's synonyms; none where no edition keeps any. Throws a `ZodError` on a malformed file. */
async function readSynonyms(contentDir: string): Promise<SynonymGroups> {
  const path = handKept(contentDir, 'synonyms.yaml');
  if (path === undefined || !existsSync(path)) return [];
  return synonymsSchema.parse(parse(await readFile(path, 'utf8'))).groups;
}

/** Write the indexes of both languages for these entries below `folder`. */
export async function writeIndexes(
  entries: readonly SearchEntry[],
  synonyms: SynonymGroups,
  folder: string,
): Promise<void> {
  const design = designFor(entries.length);
  await writeChineseIndex(
    entries.map((entry) => chineseText(entry, design)),
    join(folder, 'zh'),
    design,
    searchTables(entries, synonyms),
  );
  const english = entries.map(englishText).filter((text) => text !== undefined);
  if (english.length > 0) await writeEnglishIndex(english, join(folder, 'en'));
}

/**
 * Index a built site for its search.
 *
 * @returns How many pages were indexed.
 */
export async function buildSearchIndex({ distDir, contentDir }: Sources): Promise<number> {
  const entries = await readEntries({ distDir, contentDir });
  const folder = join(distDir, indexFolder);
  await rm(folder, { recursive: true, force: true });
  await writeIndexes(entries, await readSynonyms(contentDir), folder);
  return entries.length;
}
