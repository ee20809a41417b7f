import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { caseSchema, type Case } from '../schemas/case.ts';
import { chapterSchema, type Chapter } from '../schemas/chapter.ts';
import { frontSchema, type Front } from '../schemas/front.ts';
import { readBookNames } from './book-file.ts';
import type { BookNames } from './book-names.ts';
import { ledgerSchema, type Ledger } from '../schemas/ledger.ts';
import { ruleSchema, type Rule } from '../schemas/rule.ts';

/** An entry's file: its frontmatter, and its Markdown body as it stands there. */
export interface EntryFile<T> {
  data: T;
  body: string;
}

/** The ingest's output, in reading order, with the ledger of permanent codes. */
export interface Edition {
  /** What the book is called. */
  names: BookNames;
  /** What stands before the first chapter. */
  front: EntryFile<Front>[];
  chapters: EntryFile<Chapter>[];
  rules: EntryFile<Rule>[];
  cases: EntryFile<Case>[];
  ledger: Ledger;
}

/** Entries of a folder in the order of their file names; `01-2.md` comes before `01-10.md`. */
async function readEntries<T>(dir: string, schema: z.ZodType<T>): Promise<EntryFile<T>[]> {
  if (!existsSync(dir)) return [];
  const names = (await readdir(dir)).filter((name) => name.endsWith('.md'));
  names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(dir, name), 'utf8');
      const [, frontmatter = '', body = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text) ?? [];
      const result = schema.safeParse(parse(frontmatter));
      if (!result.success) throw new Error(`${join(dir, name)}: ${result.error.message}`);
      return { data: result.data, body };
    }),
  );
}

/**
 * Read an edition from the ingest's output. A folder without a ledger gets one from the codes in its entries.
 * @throws where a file breaks its schema; the message names the file.
 */
export async function readEdition(contentDir: string): Promise<Edition> {
  const [front, chapters, rules, cases] = await Promise.all([
    readEntries(join(contentDir, 'front'), frontSchema),
    readEntries(join(contentDir, 'chapters'), chapterSchema),
    readEntries(join(contentDir, 'rules'), ruleSchema),
    readEntries(join(contentDir, 'cases'), caseSchema),
  ]);
  const path = join(contentDir, 'permalinks.yaml');
  const counts = { chapters: chapters.length, rules: rules.length, cases: cases.length };
  const edition = { names: readBookNames(contentDir, counts), front, chapters, rules, cases };
  if (!existsSync(path)) return { ...edition, ledger: ledgerOf(edition) };
  return { ...edition, ledger: ledgerSchema.parse(parse(await readFile(path, 'utf8')) ?? []) };
}

function ledgerOf({ chapters, rules, cases }: Omit<Edition, 'ledger' | 'front'>): Ledger {
  const entries = (kind: 'chapter' | 'rule' | 'case', files: EntryFile<Chapter | Rule | Case>[]): Ledger =>
    files.map(({ data }) => ({
      code: data.permalink,
      kind,
      title: data.title.zh,
      addresses: [`/${kind}s/${data.id}/`],
    }));
  return [...entries('chapter', chapters), ...entries('rule', rules), ...entries('case', cases)];
}
