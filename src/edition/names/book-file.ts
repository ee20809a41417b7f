import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { withoutDirectionMarks } from '../../lib/yaml-value.ts';
import { bookSchema, type BookFile, type BookLanguage } from '../../schemas/book.ts';
import { ownMark } from './mark.ts';
import { namesOf, type BookNames, type Counts } from './book-names.ts';
import { reportedSource } from '../files/reported-source.ts';
import { textOfFile } from '../files/read-text.ts';
import { ContentError, listIssues, parseYaml } from '../files/yaml-text.ts';

/**
 * Read an edition's `book.yaml`. Without the file, nothing is known of the book.
 * @throws ContentError if it breaks its schema; the message names the file
 */
export function readBookFile(dir: string): BookFile {
  const path = join(dir, 'book.yaml');
  const result = bookSchema.safeParse(
    existsSync(path) ? (parseYaml(path, textOfFile(path, readFileSync(path))) ?? {}) : {},
  );
  if (!result.success)
    throw new ContentError(`${path} isn’t as expected. Mend it.\n${listIssues(result.error)}`);
  return result.data;
}

/** Names of the book in `dir`. A book without a title is called after its source. */
export function readBookNames(dir: string, counts: Counts): BookNames {
  const names = namesOf(readBookFile(dir), sourceStem(dir) ?? '手册', counts);
  const mark = ownMark(dir, names.title.zh);
  return mark === undefined ? names : { ...names, mark };
}

/** Titles of the book in `dir`: a text may refer to itself by one of them. */
export function readTitles(dir: string): string[] {
  const { title } = readBookFile(dir);
  return title ? [title.zh] : [];
}

/** Script that the book in `dir` is written in. */
export function readBookLanguage(dir: string): BookLanguage {
  return readBookFile(dir).language ?? 'zh-Hans';
}

function sourceStem(dir: string): string | undefined {
  const name = reportedSource(dir);
  const stem = withoutDirectionMarks(basename(name, extname(name))).trim();
  return stem === '' ? undefined : stem;
}
