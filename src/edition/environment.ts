import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { glossarySchema, type Term } from '../schemas/glossary.ts';

/** Folder of the ingest's output that this build shows. */
export const contentDir = resolve(process.env.CONTENT_DIR ?? 'content');

const plugins = new URL('../plugins/', import.meta.url);

/**
 * A name for this folder's cache of rendered entries. Two editions never share one, and a changed plugin starts
 * another: Astro itself only notices changed entries and changed options.
 */
export function dataCacheName(dir: string): string {
  const hash = createHash('sha256').update(dir);
  for (const name of readdirSync(plugins).sort()) hash.update(readFileSync(new URL(name, plugins)));
  return `astro-${hash.digest('hex').slice(0, 12)}`;
}

/** A hand-kept file: the edition's own if it has one, else the shipped edition's. */
export function handKept(dir: string, name: string): string | undefined {
  return [join(dir, name), join('content', name)].find((path) => existsSync(path));
}

/** The glossary's terms; none where no edition keeps a glossary. Throws a `ZodError` on a malformed file. */
export function readGlossary(dir: string): Term[] {
  const path = handKept(dir, 'glossary.yaml');
  return path === undefined ? [] : glossarySchema.parse(parse(readFileSync(path, 'utf8'))).terms;
}

/** Ids of the chapters and rules that have a page. */
export function readIds(dir: string): { chapters: string[]; rules: string[] } {
  const ids = (folder: string) => {
    const path = join(dir, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith('.md'))
      .map((name) => basename(name, '.md'));
  };
  return { chapters: ids('chapters'), rules: ids('rules') };
}
