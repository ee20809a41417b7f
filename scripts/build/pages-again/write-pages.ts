import { join } from 'node:path';
import { contentAt, putFile } from '../../../src/freshness/put-file.ts';
import { fileOf, type PagePath } from '../../../src/integrations/kept-pages/page-files.ts';

/** Where the page of a path comes from. */
export interface PageSources<P> {
  /** Whether this, which is there already, is the page that a former build made with the same key. */
  isFormer?: (path: P, page: Buffer) => boolean;
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
  { isFormer, former, render }: PageSources<P>,
): Promise<(P & { page: Buffer })[]> {
  const made: (P & { page: Buffer })[] = [];
  for (const path of paths) {
    const file = join(folder, fileOf(path));
    const there = contentAt(file);
    if (there !== undefined && isFormer?.(path, there) === true) continue;
    let page = former(path);
    if (page === undefined) {
      page = await render(path);
      made.push({ ...path, page });
    }
    putFile(file, page);
  }
  return made;
}
