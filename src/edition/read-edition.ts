import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { caseSchema, type Case } from '../schemas/case.ts';
import { chapterSchema, type Chapter } from '../schemas/chapter.ts';
import { frontSchema, type Front } from '../schemas/front.ts';
import { readBookNames } from './names/book-file.ts';
import type { BookNames } from './names/book-names.ts';
import type { Ledger } from '../schemas/ledger.ts';
import type { EnglishParagraph } from '../schemas/english-text.ts';
import type { Place } from '../lib/book/place.ts';
import { ruleSchema, type Rule } from '../schemas/rule.ts';
import { translationsSchema } from '../schemas/translations.ts';
import type { Reference } from '../schemas/references.ts';
import { readReferences } from './vocabulary.ts';
import { hasEnglishTexts, readEnglishText } from './texts/english-text.ts';
import { readHandKept } from './files/hand-kept.ts';
import { readEntryFile, type EntryFile } from './files/frontmatter.ts';
import { textOfFile } from './files/read-text.ts';
import { readLedger, type LinkedEntries } from './read-ledger.ts';
import { compareIds } from './reading-order.ts';

/** An edition as the ingest wrote it, in reading order, with its ledger of permanent codes. */
export interface Edition {
  /** What the book is called. */
  names: BookNames;
  /** The front matter. */
  front: EntryFile<Front>[];
  chapters: EntryFile<Chapter>[];
  rules: EntryFile<Rule>[];
  cases: EntryFile<Case>[];
  ledger: Ledger;
  /** English texts by permanent code; those of the front matter by `front/01`. */
  english?: ReadonlyMap<string, readonly EnglishParagraph[]>;
  /** English headings of the front matter, by the Chinese ones. */
  headings?: Readonly<Record<string, string>>;
  /** An editor's decisions about mentions in the text. */
  references?: readonly Reference[];
  /** Folder of the book's pictures. */
  pictures?: string;
}

/** Key of a section of the front matter among the English texts: `front/01` for index 0. */
export const frontName = (index: number): string => `front/${String(index + 1).padStart(2, '0')}`;

function readEnglish(
  dir: string,
  edition: LinkedEntries,
  front: readonly unknown[],
): Map<string, readonly EnglishParagraph[]> {
  const named = [
    ...(['chapters', 'rules', 'cases'] as const).flatMap((folder) =>
      edition[folder].map(({ permalink }) => [permalink, folder, permalink] as const),
    ),
    ...front.map((_, index) => [frontName(index), 'front', basename(frontName(index))] as const),
  ];
  return new Map(
    named.flatMap(([key, folder, name]): [string, readonly EnglishParagraph[]][] => {
      const english = readEnglishText(dir, folder, name);
      return english ? [[key, english.paragraphs]] : [];
    }),
  );
}

/** Ids of a folder's entries, in reading order. */
async function idsIn(dir: string): Promise<string[]> {
  if (!existsSync(dir)) return [];
  const names = (await readdir(dir)).filter((name) => name.endsWith('.md'));
  return names.map((name) => basename(name, '.md')).sort(compareIds);
}

async function readEntries<T>(dir: string, schema: z.ZodType<T>, limit = Infinity): Promise<EntryFile<T>[]> {
  return Promise.all(
    (await idsIn(dir)).slice(0, limit).map(async (id) => {
      const path = join(dir, `${id}.md`);
      return readEntryFile(path, textOfFile(path, await readFile(path)), schema);
    }),
  );
}

const frontHeadings = (dir: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readHandKept(dir, 'translations.yaml', translationsSchema).front).map(
      ([zh, { heading }]) => [zh, heading],
    ),
  );

/**
 * Read an edition from the ingest's output. A folder without a ledger gets one from the codes in its entries.
 * @throws ContentError if a file breaks its schema; the message names the file
 */
export async function readEdition(contentDir: string): Promise<Edition> {
  const [front, chapters, rules, cases] = await Promise.all([
    readEntries(join(contentDir, 'front'), frontSchema),
    readEntries(join(contentDir, 'chapters'), chapterSchema),
    readEntries(join(contentDir, 'rules'), ruleSchema),
    readEntries(join(contentDir, 'cases'), caseSchema),
  ]);
  const linked = linkedEntries({ chapters, rules, cases });
  const ledger = readLedger(contentDir, linked);
  const counts = { chapters: chapters.length, rules: rules.length, cases: cases.length };
  return {
    names: readBookNames(contentDir, counts),
    front,
    chapters,
    rules,
    cases,
    ledger,
    references: readReferences(contentDir),
    ...(hasEnglishTexts(contentDir) && { english: readEnglish(contentDir, linked, front) }),
    headings: frontHeadings(contentDir),
    pictures: join(contentDir, 'pictures'),
  };
}

/** The entries with permanent codes, without their bodies. */
export function linkedEntries({
  chapters,
  rules,
  cases,
}: Pick<Edition, 'chapters' | 'rules' | 'cases'>): LinkedEntries {
  const dataOf = <T>(files: EntryFile<T>[]) => files.map(({ data }) => data);
  return { chapters: dataOf(chapters), rules: dataOf(rules), cases: dataOf(cases) };
}

/** Chapters, rules and cases of an edition folder, for links to them. */
export async function readPlaces(contentDir: string): Promise<Place[]> {
  const [chapters, rules, cases] = await Promise.all([
    readEntries(join(contentDir, 'chapters'), chapterSchema),
    readEntries(join(contentDir, 'rules'), ruleSchema),
    readEntries(join(contentDir, 'cases'), caseSchema),
  ]);
  return placesOf({ chapters, rules, cases });
}

/** {@link readPlaces} of an edition that is read already. */
export function placesOf({ chapters, rules, cases }: Pick<Edition, 'chapters' | 'rules' | 'cases'>): Place[] {
  const parts = new Map(chapters.map(({ data }) => [data.id, data.part?.number]));
  return [
    ...chapters.map(({ data: { id, permalink, number, label, part } }) => ({
      kind: 'chapter' as const,
      id,
      permalink,
      number,
      label,
      part: part?.number,
    })),
    ...rules.map(({ data: { id, permalink, number, label, chapter } }) => ({
      kind: 'rule' as const,
      id,
      permalink,
      number,
      label,
      chapter,
      part: parts.get(chapter),
    })),
    ...cases.map(({ data: { id, permalink } }) => ({ kind: 'case' as const, id, permalink })),
  ];
}

/** Keywords of the first entries of an edition folder: of its rules, else of its chapters. */
export async function readKeywords(contentDir: string, entries = 80): Promise<string[][]> {
  const rules = await readEntries(join(contentDir, 'rules'), ruleSchema, entries);
  const files =
    rules.length > 0 ? rules : await readEntries(join(contentDir, 'chapters'), chapterSchema, entries);
  return files.map(({ data }) => data.keywords?.zh ?? []);
}
