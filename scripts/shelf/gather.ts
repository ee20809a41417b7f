import { posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { isSearchTables, isShelfHead } from '../../src/search/format/guards.ts';
import type { ListedBook } from '../../src/search/format/routing.ts';
import { decodeSummary, shelfFormat, type ShelfHead, type Summary } from '../../src/search/format/summary.ts';
import type { SearchTables } from '../../src/search/format/tables.ts';
import {
  caseIdSchema,
  chapterIdSchema,
  permalinkSchema,
  ruleIdSchema,
} from '../../src/schemas/identifiers.ts';
import { localizedSchema, type Localized } from '../../src/schemas/localized.ts';
import type { ShelfBook, ShelfLanguage } from '../../src/schemas/shelf.ts';
import { ShelfError } from './read-shelf.ts';
import type { SiteFiles } from './site-files.ts';

/** Entries of one kind, at most: each has a page on the shelf. */
const mostEntries = 100_000;

const isShort = (text: Localized): boolean => Math.max(text.zh.length, text.en?.length ?? 0) <= 500;
const titleSchema = localizedSchema.refine(isShort, { error: 'a title is longer than 500 characters' });

/** The fields that a shelf reads of a `handbook.json`. The file may be anybody's, so every size is bounded. */
const entriesOf = (id: z.ZodString) =>
  z
    .array(
      z.object({
        id: id.max(40),
        title: titleSchema,
        permalink: permalinkSchema.max(40),
        languages: z.array(z.string()).optional(),
      }),
    )
    .max(mostEntries);
const manifestSchema = z.object({
  title: titleSchema,
  chapters: entriesOf(chapterIdSchema),
  rules: entriesOf(ruleIdSchema),
  cases: entriesOf(caseIdSchema),
});

/** A file that a handbook's head names, beside it: `summary-1.bin`, `../zh/tables-1.json`. */
const namedFile = /^(?:\.\.\/zh\/)?[\w-]+(?:\.[\w-]+)*$/;

/** Largest search tables of one handbook; every reader who searches the shelf loads those of all. */
const maxTables = 2 ** 21;

/** A handbook as its own site describes it. */
export interface BookDescription {
  title: Localized;
  languages: ShelfLanguage[];
  counts: { chapters: number; rules: number; cases: number };
  codes: Code[];
}

/** A permanent code, and what has it now. */
export interface Code {
  code: string;
  kind: 'chapter' | 'rule' | 'case';
  id: string;
  title: Localized;
}

/** A handbook as its search index describes it. */
interface Searched {
  head: ShelfHead;
  summary: Summary;
  tables: SearchTables;
}

/** A handbook of the shelf. */
export interface GatheredBook {
  id: string;
  /** Where its site is; a path if it is published with the shelf. */
  address: string;
  title: Localized;
  department: Localized | undefined;
  languages: ShelfLanguage[];
  counts: BookDescription['counts'] | undefined;
  codes: BookDescription['codes'];
  /** As the search lists it. */
  listed: ListedBook;
  searched: Searched | undefined;
  /** Why it is left out of the search, in words; absent if it is not. */
  problem: string | undefined;
}

async function readJson(files: SiteFiles, path: string, maxBytes = Infinity): Promise<unknown> {
  const bytes = await files(path);
  if (bytes.length > maxBytes) throw new ShelfError(`${path} is larger than that of any handbook.`);
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new ShelfError(`${path} is not JSON.`);
  }
}

/** Read a built handbook's description of itself. @throws ShelfError */
export async function readDescription(files: SiteFiles): Promise<BookDescription> {
  const result = manifestSchema.safeParse(await readJson(files, 'handbook.json'));
  if (!result.success)
    throw new ShelfError(`Its handbook.json is none: ${z.prettifyError(result.error).split('\n')[0] ?? ''}.`);
  const { title, chapters, rules, cases } = result.data;
  const entries = [...chapters, ...rules, ...cases];
  const english = entries.some(({ languages }) => languages?.includes('en'));
  return {
    title,
    languages: ['zh-Hans', ...(english ? (['en'] as const) : [])],
    counts: { chapters: chapters.length, rules: rules.length, cases: cases.length },
    codes: (
      [
        ['chapter', chapters],
        ['rule', rules],
        ['case', cases],
      ] as const
    ).flatMap(([kind, all]) =>
      all.map(({ permalink, id, title: named }) => ({ code: permalink, kind, id, title: named })),
    ),
  };
}

/** Thrown for an index that an older or a newer version of this program built. */
class FormatError extends ShelfError {}

async function readSearched(files: SiteFiles): Promise<Searched> {
  const head = await readJson(files, 'pagefind/shelf/head.json').catch((error: unknown) => {
    throw error instanceof ShelfError && /answered 404|is not there/.test(error.message)
      ? new FormatError('It was built by a version that shelves can’t search. Build it anew.')
      : error;
  });
  if (!isShelfHead(head) || head.format !== shelfFormat)
    throw new FormatError(
      `Its search index is of a format that this version can’t read: expected ${shelfFormat}. Build it with the version that makes the shelf.`,
    );
  if (![head.tables, head.summary].every((name) => namedFile.test(name)))
    throw new FormatError('Its search index names files that are none of its own. Build it anew.');
  const tables = await readJson(files, posix.join('pagefind/shelf', head.tables), maxTables);
  if (!isSearchTables(tables)) throw new FormatError('Its search tables are not as expected. Build it anew.');
  try {
    const packed = await files(`pagefind/shelf/${head.summary}`);
    return { head, tables, summary: decodeSummary(gunzipSync(packed, { maxOutputLength: 2 ** 29 })) };
  } catch (error) {
    if (error instanceof ShelfError) throw error;
    throw new ShelfError('Its summary is damaged. Publish it anew.');
  }
}

/**
 * Ask a handbook what it is. One that doesn't answer is shown on the shelf by its entry in the list, and left
 * out of the search.
 *
 * @param address where readers find it
 */
export async function gatherBook(
  { id, title, department, language }: ShelfBook,
  address: string,
  files: SiteFiles,
): Promise<GatheredBook> {
  let description: BookDescription | undefined;
  let searched: Searched | undefined;
  let problem: string | undefined;
  let leftOut: ListedBook['leftOut'];
  try {
    description = await readDescription(files);
    searched = await readSearched(files);
  } catch (error) {
    if (!(error instanceof ShelfError)) throw error;
    leftOut = error instanceof FormatError ? 'format' : 'unreachable';
    problem = error.message;
  }
  const name = description?.title ?? title ?? { zh: id };
  const own = searched?.head.language;
  const languages =
    language ?? description?.languages.map((each) => (each === 'en' ? each : (own ?? each))) ?? [];
  return {
    id,
    address,
    title: name,
    department,
    languages,
    counts: description?.counts,
    codes: description?.codes ?? [],
    listed: {
      id,
      title: name.en === undefined ? { zh: name.zh } : { zh: name.zh, en: name.en },
      address,
      pages: searched?.head.pages ?? { zh: 0, en: 0 },
      ...(searched && { summary: searched.head.summary }),
      ...(leftOut && { leftOut }),
    },
    searched,
    problem,
  };
}
