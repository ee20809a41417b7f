import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import { readGlossary } from '../../edition/vocabulary.ts';
import { termId } from '../../lib/book/term-id.ts';
import { caseSchema } from '../../schemas/case.ts';
import { chapterSchema } from '../../schemas/chapter.ts';
import { frontSchema } from '../../schemas/front.ts';
import { termSchema } from '../../schemas/glossary.ts';
import { reportSchema } from '../../schemas/report.ts';
import { ruleSchema } from '../../schemas/rule.ts';
import { bookText } from '../book-text.ts';

const schemas = { chapters: chapterSchema, rules: ruleSchema, cases: caseSchema, front: frontSchema };
const folders = ['chapters', 'rules', 'cases', 'front'] as const;
type Folder = (typeof folders)[number];

/** An entry as Astro's store has it. */
interface StoredEntry {
  id: string;
  data: unknown;
  [field: string]: unknown;
}

/** An entry, and the hash of the file that it was read from. */
interface KeptEntry {
  hash: string;
  entry: StoredEntry;
}
export type KeptEntries = Record<Folder, Record<string, KeptEntry>>;

/** Astro's collections, by name. */
export type Store = Map<string, Map<string, StoredEntry>>;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Texts of a folder's entries by id. */
function textsIn(contentDir: string, folder: Folder): [id: string, path: string, text: string][] {
  const at = join(contentDir, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => [basename(name, '.md'), join(at, name), readFileSync(join(at, name), 'utf8')]);
}

const byFolder = <T>(make: (folder: Folder) => T): Record<Folder, T> => ({
  chapters: make('chapters'),
  rules: make('rules'),
  cases: make('cases'),
  front: make('front'),
});

/**
 * The entries that Astro has read and rendered.
 * @param store Astro's file of them
 */
export async function entriesOf(store: string, contentDir: string): Promise<KeptEntries> {
  // The format of that file belongs to a package of Astro's own.
  const own = createRequire(createRequire(import.meta.url).resolve('astro/package.json'));
  const { unflatten } = (await import(pathToFileURL(own.resolve('devalue')).href)) as {
    unflatten: (value: unknown) => Store;
  };
  const collections = unflatten(JSON.parse(readFileSync(store, 'utf8')));
  return byFolder((folder) =>
    Object.fromEntries(
      textsIn(contentDir, folder).flatMap(([id, , text]) => {
        const entry = collections.get(folder)?.get(id);
        return entry === undefined ? [] : [[id, { hash: hashOf(text), entry }] as const];
      }),
    ),
  );
}

/** The entries of a book, as Astro would read and render them; those whose file is as it was are taken over. */
export async function readEntriesAnew(contentDir: string, former: KeptEntries): Promise<KeptEntries> {
  let renderer: Awaited<ReturnType<Awaited<ReturnType<typeof bookText>>['createRenderer']>> | undefined;
  const entries = byFolder((): Record<string, KeptEntry> => ({}));
  for (const folder of folders)
    for (const [id, path, text] of textsIn(contentDir, folder)) {
      const hash = hashOf(text);
      const known = former[folder][id];
      if (known?.hash === hash) {
        entries[folder][id] = known;
        continue;
      }
      const { frontmatter, content } = parseFrontmatter(text);
      renderer ??= await (
        await bookText(contentDir)
      ).createRenderer({
        image: { domains: [], remotePatterns: [] },
        syntaxHighlight: false,
        gfm: false,
        smartypants: false,
      });
      const body = content.trim();
      const { code, metadata } = await renderer.render(body, {
        frontmatter,
        fileURL: pathToFileURL(path),
      });
      const filePath = relative(process.cwd(), path).split(sep).join('/');
      const data: unknown = schemas[folder].parse(frontmatter);
      entries[folder][id] = {
        hash,
        entry: { id, data, body, filePath, digest: hash, rendered: { html: code, metadata } },
      };
    }
  return entries;
}

/** All collections of `content.config.ts`. */
export function storeOf(contentDir: string, entries: KeptEntries): Store {
  const store: Store = new Map();
  const add = (name: string, list: readonly StoredEntry[]) => {
    // In Astro's order, which lists of terms have.
    const sorted = list.toSorted((a, b) => a.id.localeCompare(b.id));
    if (list.length > 0) store.set(name, new Map(sorted.map((entry) => [entry.id, entry])));
  };
  for (const folder of folders)
    add(
      folder,
      Object.values(entries[folder]).map(({ entry }) => entry),
    );
  add(
    'glossary',
    readGlossary(contentDir).map((term) => {
      const id = termId(term.en);
      return { id, data: termSchema.loose().parse({ id, ...term }) };
    }),
  );
  const report = join(contentDir, 'report.json');
  if (existsSync(report)) {
    const data: object = JSON.parse(readFileSync(report, 'utf8')) as object;
    add('report', [{ id: 'report', data: reportSchema.loose().parse({ id: 'report', ...data }) }]);
  }
  return store;
}
