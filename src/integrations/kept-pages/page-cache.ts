import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { KeptTrees, type Listed } from '../../freshness/kept-trees.ts';
import { isSealed, sealFolder } from '../../freshness/seal.ts';
import { fileOf, type PagePath } from './page-files.ts';

const notesSchema = z.object({
  /** Name of the program's first module. */
  entry: z.string(),
  /** Every path of the site, with the key of its page if it has one. */
  paths: z.array(z.object({ pathname: z.string(), type: z.string(), cacheKey: z.string().optional() })),
});
type Notes = z.infer<typeof notesSchema>;

/** Programs are below the project wherever the cache is: they take packages from there. */
const programs = resolve('.cache', 'programs');
const maxPrograms = 8;

const sumOf = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32);

/** Names of what is kept: the files that no page is, and pages. */
const rest = 'rest/';
const page = 'page/';
const entriesName = 'entries.json';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** What a former build left: the program that makes pages, the files that go with it, pages with their keys, and rendered entries. */
export interface FormerPages {
  paths: readonly PagePath[];
  /** The program's first module. */
  program: string;
  /** A page that was made with this key. */
  page: (path: PagePath) => Buffer | undefined;
  /** Whether a page with this content is the one that was made with this key. */
  isPage: (path: PagePath, content: Buffer) => boolean;
  /** Names of the files that no page is. */
  rest: string[];
  /** Put them back; `false` if one is damaged. */
  restoreRest: (distDir: string) => boolean;
  /** Entries as the program reads them, as JSON. */
  entries: () => string | undefined;
}

/** Keeps what makes pages between builds, under the fingerprint of the code. */
export class PageCache {
  readonly #trees: KeptTrees;
  readonly #fingerprint: string;

  constructor(directory: string, fingerprint: string) {
    this.#fingerprint = fingerprint;
    this.#trees = new KeptTrees(directory);
  }

  #programFolder(): string {
    return join(programs, this.#fingerprint);
  }

  /** What is kept; `undefined` if nothing is, or a part of it is damaged. */
  open(): FormerPages | undefined {
    const list = this.#trees.list(this.#fingerprint);
    const notes = notesSchema.safeParse(list?.notes).data;
    if (list === undefined || notes === undefined) return undefined;
    const keys = new Map(list.files.map(({ path, key }) => [path, key]));
    const made = new Map(notes.paths.map((path) => [path.pathname, path.cacheKey]));
    const contentOf = (name: string) => {
      const key = keys.get(name);
      return key === undefined ? undefined : this.#trees.contents.get(key);
    };
    const pageKey = (path: PagePath) =>
      path.cacheKey !== undefined && made.get(path.pathname) === path.cacheKey
        ? keys.get(page + fileOf(path))
        : undefined;
    const others = list.files
      .filter(({ path }) => path.startsWith(rest))
      .map(({ path, key }) => ({ path: path.slice(rest.length), key }));
    const folder = this.#programFolder();
    if (!isSealed(folder, this.#fingerprint)) return undefined;
    return {
      paths: notes.paths,
      program: join(folder, notes.entry),
      page: (path) => {
        const key = pageKey(path);
        return key === undefined ? undefined : this.#trees.contents.get(key);
      },
      isPage: (path, content) => {
        const key = pageKey(path);
        return key !== undefined && this.#trees.contents.isContent(key, content);
      },
      rest: others.map(({ path }) => path),
      restoreRest: (distDir) => this.#trees.write(others, distDir),
      entries: () => contentOf(entriesName)?.toString(),
    };
  }

  /** Keep the program that makes pages. */
  keepProgram(folder: string): void {
    const place = this.#programFolder();
    const draft = `${place}.${String(process.pid)}`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(folder, draft, { recursive: true });
    sealFolder(draft, this.#fingerprint);
    rmSync(place, { recursive: true, force: true });
    try {
      renameSync(draft, place);
    } catch {
      // Another build of the same code was quicker; if not, the next one has no program to go by.
      rmSync(draft, { recursive: true, force: true });
    }
    const others = readdirSync(programs)
      .map((name) => join(programs, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    for (const other of others.slice(maxPrograms)) rmSync(other, { recursive: true, force: true });
  }

  /**
   * Keep a whole site.
   * @param distDir the site as Astro left it
   */
  keepSite(distDir: string, notes: Notes, entries: string): void {
    const pages = new Map(notes.paths.map((path) => [fileOf(path), path]));
    const files = filesBelow(distDir).flatMap((name): Listed[] => {
      const path = pages.get(name);
      if (path === undefined) return [this.#put(rest + name, readFileSync(join(distDir, name)))];
      if (path.cacheKey === undefined) return [];
      return [this.#put(page + name, readFileSync(join(distDir, name)))];
    });
    this.#trees.keep(this.#fingerprint, [...files, this.#put(entriesName, Buffer.from(entries))], notes);
  }

  /**
   * Keep the pages that were made anew, instead of their former ones.
   * @param made pages by the names of their files
   */
  update(paths: readonly PagePath[], made: ReadonlyMap<string, Uint8Array>, entries: string): void {
    const list = this.#trees.list(this.#fingerprint);
    const notes = notesSchema.safeParse(list?.notes).data;
    if (list === undefined || notes === undefined) return;
    const former = list.files.filter(
      ({ path }) => path !== entriesName && !(path.startsWith(page) && made.has(path.slice(page.length))),
    );
    const anew = [...made].map(([name, content]) => this.#put(page + name, content));
    this.#trees.keep(this.#fingerprint, [...former, ...anew, this.#put(entriesName, Buffer.from(entries))], {
      entry: notes.entry,
      paths: [...paths],
    });
  }

  #put(path: string, content: Uint8Array): Listed {
    const key = sumOf(content);
    if (!this.#trees.contents.has(key)) this.#trees.contents.put(key, content);
    return { path, key };
  }
}

/** Name of a program's first module, which Astro gives it; `undefined` if the folder holds none. */
export const firstModule = (folder: string): string | undefined =>
  existsSync(folder) ? readdirSync(folder).find((name) => /^prerender-entry\..*m?js$/.test(name)) : undefined;
