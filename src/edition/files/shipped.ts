import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { reportedSource } from './reported-source.ts';

/** Whether a source of this name comes with the project. */
export const isShippedSource = (name: string, content = resolve('content')): boolean =>
  name !== '' && existsSync(join(content, 'source', basename(name)));

/**
 * Whether the edition in `dir` is one that the project ships. Its glossary and English summaries describe its
 * own text, so no other book uses them from `content/`. Synonyms, English facet names and titles apply to any
 * book.
 */
export function isShippedEdition(dir: string, content = resolve('content')): boolean {
  if (resolve(dir) === content) return true;
  return isShippedSource(reportedSource(dir), content);
}

/** Whether a hand-kept file that speaks of one book speaks of the one in `dir`. */
export const keepsOwn = (dir: string, name: string): boolean =>
  existsSync(join(dir, name)) || isShippedEdition(dir);
