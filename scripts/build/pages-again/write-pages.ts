import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileOf, type PagePath } from '../../../src/integrations/kept-pages/page-files.ts';

/** Where the page of a path comes from. */
export interface PageSources<P> {
  /** The page that a former build made with the same key. */
  former: (path: P) => Buffer | undefined;
  /** Make the page. */
  render: (path: P) => Promise<Buffer>;
}

/**
 * Write the page of every path below a folder.
 * @returns the paths whose pages had to be made, with their pages
 */
export async function writePages<P extends PagePath>(
  folder: string,
  paths: readonly P[],
  { former, render }: PageSources<P>,
): Promise<(P & { page: Buffer })[]> {
  const made: (P & { page: Buffer })[] = [];
  const folders = new Set<string>();
  for (const path of paths) {
    let page = former(path);
    if (page === undefined) {
      page = await render(path);
      made.push({ ...path, page });
    }
    const file = join(folder, fileOf(path));
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    writeFileSync(file, page);
  }
  return made;
}
