import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { reportedSource } from './reported-source.ts';

/** Whether the project ships a source of this name. */
export const isShippedSource = (name: string, content = resolve('content')): boolean =>
  name !== '' && existsSync(join(content, 'source', basename(name)));

/** Whether the edition in `dir` was made from a source that the project ships. */
export function isShippedEdition(dir: string, content = resolve('content')): boolean {
  if (resolve(dir) === content) return true;
  return isShippedSource(reportedSource(dir), content);
}

/**
 * Whether a hand-kept file describes the book in `dir`. A glossary and English summaries describe one text, so another book
 * doesn't use those of the shipped edition. Synonyms, facet names and titles fit any book and need not ask.
 */
export const describesBook = (dir: string, name: string): boolean =>
  existsSync(join(dir, name)) || isShippedEdition(dir);
