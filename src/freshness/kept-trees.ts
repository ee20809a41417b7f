import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { KeptFiles } from './kept-files.ts';
import { contentAt, putFile } from './put-file.ts';

/** A file of a made folder and the key of its content. */
export interface Listed {
  path: string;
  key: string;
}

const listSchema = z.object({
  made: z.number(),
  files: z.array(z.object({ path: z.string(), key: z.string() })),
  /** Whatever else the folder's maker wants to know the next time. */
  notes: z.unknown(),
});
type List = z.infer<typeof listSchema>;

/**
 * Made folders kept between builds: their lists of files by fingerprint, and the contents, which lists may share. A
 * folder of which a list or a single content is damaged counts as not kept.
 */
export class KeptTrees {
  readonly #lists: KeptFiles;
  readonly contents: KeptFiles;

  constructor(directory: string) {
    this.#lists = new KeptFiles(join(directory, 'lists'));
    this.contents = new KeptFiles(join(directory, 'contents'));
  }

  /** The list kept under a fingerprint; its contents may be damaged. */
  list(fingerprint: string): List | undefined {
    const text = this.#lists.get(fingerprint)?.toString();
    return text === undefined ? undefined : listSchema.safeParse(JSON.parse(text)).data;
  }

  /** Write the kept folder to its place; `undefined`, and perhaps a part written, if it isn't kept whole. */
  restore(fingerprint: string, directory: string): { files: number; notes: unknown } | undefined {
    const list = this.list(fingerprint);
    if (list === undefined || !this.write(list.files, directory)) return undefined;
    return { files: list.files.length, notes: list.notes };
  }

  /** Write contents to their places, where they aren't yet; `false` at the first one that is missing or damaged. */
  write(files: readonly Listed[], directory: string): boolean {
    for (const { path, key } of files) {
      const place = join(directory, path);
      const former = contentAt(place);
      if (former !== undefined && this.contents.isContent(key, former)) continue;
      const content = this.contents.get(key);
      if (content === undefined) return false;
      putFile(place, content);
    }
    return true;
  }

  /**
   * Keep a list whose contents are kept; lists but the last few, and what only they name, are thrown away.
   * @returns the fingerprints of the lists that are kept
   */
  keep(fingerprint: string, files: readonly Listed[], notes: unknown = null, maxLists = 6): string[] {
    this.#lists.put(fingerprint, JSON.stringify({ made: Date.now(), files, notes }));
    const lists = [...this.#lists.keys()]
      .map((key) => ({ key, list: this.list(key) }))
      .filter((each) => each.list !== undefined)
      .sort((a, b) => (b.list?.made ?? 0) - (a.list?.made ?? 0))
      .slice(0, maxLists);
    this.#lists.keepOnly(new Set(lists.map(({ key }) => key)));
    this.contents.keepOnly(new Set(lists.flatMap(({ list }) => list?.files.map(({ key }) => key) ?? [])));
    return lists.map(({ key }) => key);
  }

  /** Keep a folder as it is on disk. */
  keepFolder(fingerprint: string, directory: string): void {
    const files = readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        const content = readFileSync(file);
        const key = hash('sha256', content).slice(0, 32);
        if (!this.contents.isContent(key, content)) this.contents.put(key, content);
        return { path: relative(directory, file).split(sep).join('/'), key };
      });
    this.keep(fingerprint, files);
  }
}
