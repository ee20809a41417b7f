import { hash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { KeptFiles } from '../../freshness/kept-files.ts';
import type { Listed } from '../../freshness/kept-trees.ts';
import type { SiteRoot } from '../../lib/book/addresses.ts';

const schema = z.object({
  /** The day that they were made, as readers are told it. */
  day: z.string(),
  files: z.array(z.object({ path: z.string(), key: z.string() })),
});

/** The whole books that were made last, to be shown until newer ones are made. */
export type FormerBooks = z.infer<typeof schema>;

/** Whether a file is the whole book, which a changed sentence makes anew from its first page to its last. */
export const isWholeBook = (path: string): boolean => /^downloads\/[\w-]+\.(?:epub|pdf)$/.test(path);

/** Remembers which whole books a site had last. */
export class KnownBooks {
  readonly #files: KeptFiles;
  readonly #site: string;

  constructor(cacheDir: string, contentDir: string, root: SiteRoot) {
    this.#files = new KeptFiles(join(cacheDir, 'books'));
    this.#site = hash('sha256', JSON.stringify([contentDir, root])).slice(0, 32);
  }

  read(): FormerBooks | undefined {
    const text = this.#files.get(this.#site)?.toString();
    return text === undefined ? undefined : schema.safeParse(JSON.parse(text)).data;
  }

  /** @param files of the whole site, whose books are up to date */
  keep(files: readonly Listed[], day: string): void {
    const books: FormerBooks = { day, files: files.filter(({ path }) => isWholeBook(path)) };
    this.#files.put(this.#site, JSON.stringify(books));
  }
}
