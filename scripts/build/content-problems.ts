import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { readBookFile } from '../../src/edition/names/book-file.ts';
import { englishFolders, readEnglishText } from '../../src/edition/texts/english-text.ts';
import { readEntryFile, type EntryFile } from '../../src/edition/files/frontmatter.ts';
import { readLedger } from '../../src/edition/read-ledger.ts';
import { readFacetNames, readGlossary, readSynonyms } from '../../src/edition/vocabulary.ts';
import { ContentError } from '../../src/edition/files/yaml-text.ts';
import { LedgerError, resolveLedger } from '../../src/ledger/resolve.ts';
import { currentEntries } from '../../src/ledger/current-entries.ts';
import { parentIdOf } from '../../src/lib/book/parent-id.ts';
import { termId } from '../../src/lib/book/term-id.ts';
import { caseSchema, type Case } from '../../src/schemas/case.ts';
import { chapterSchema, type Chapter } from '../../src/schemas/chapter.ts';
import { frontSchema } from '../../src/schemas/front.ts';
import { ruleSchema, type Rule } from '../../src/schemas/rule.ts';
import { reportSchema } from '../../src/schemas/report.ts';
import { pictureProblems } from './picture-problems.ts';

/** What to do if the files of one ingest don't fit together. */
const again = 'Run the ingest again, or mend it.';

/** An entry's file with its path below the content's folder. */
type Found<T> = EntryFile<T> & { path: string };

/** Collects what readers throw, so that one run names all there is to mend. */
class Problems {
  readonly list: string[] = [];

  /** The result of `read`; `undefined` if a file is at fault, which is noted. */
  attempt<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError || error instanceof LedgerError)) throw error;
      this.list.push(error.message);
      return undefined;
    }
  }

  add(problem: string): void {
    this.list.push(problem);
  }
}

/**
 * Check an edition's content before its site is built. Each problem names the file, the field, what was expected
 * and found, and what to do.
 */
export function contentProblems(dir: string): string[] {
  const problems = new Problems();
  const chapters = readFolder(dir, 'chapters', chapterSchema, problems);
  const rules = readFolder(dir, 'rules', ruleSchema, problems);
  const cases = readFolder(dir, 'cases', caseSchema, problems);
  readFolder(dir, 'front', frontSchema, problems);
  checkNames([...chapters, ...rules, ...cases], problems);
  checkPlaces({ chapters, rules, cases }, problems);
  checkSlots([...chapters, ...rules], cases, problems);
  // Entries that could not be read would be missed in the ledger as well.
  if (problems.list.length === 0) checkLedger(dir, { chapters, rules, cases }, problems);
  checkHandKept(dir, problems);
  return problems.list;
}

function readFolder<T>(dir: string, folder: string, schema: z.ZodType<T>, problems: Problems): Found<T>[] {
  const at = join(dir, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      const entry = problems.attempt(() =>
        readEntryFile(join(dir, path), readFileSync(join(dir, path), 'utf8'), schema),
      );
      if (!entry) return [];
      for (const problem of pictureProblems(dir, path, entry.body)) problems.add(problem);
      return [{ ...entry, path }];
    });
}

/** A file is named after its entry's id, and no two entries have one permanent code. */
function checkNames(entries: readonly Found<{ id: string; permalink: string }>[], problems: Problems): void {
  const byCode = new Map<string, string>();
  for (const { path, data } of entries) {
    const name = path.replace(/^.*\/|\.md$/g, '');
    if (data.id !== name)
      problems.add(
        `${path}: id: expected “${name}”, as the file is called, found “${data.id}”. If this is a copy, delete it; else name the file after its id, or run the ingest again.`,
      );
    const other = byCode.get(data.permalink);
    if (other !== undefined)
      problems.add(
        `${path}: permalink: expected a code of its own, found ${data.permalink}, which ${other} has as well. If one is a copy, delete it; else restore both from version control.`,
      );
    byCode.set(data.permalink, path);
  }
}

interface Entries {
  chapters: readonly Found<Chapter>[];
  rules: readonly Found<Rule>[];
  cases: readonly Found<Case>[];
}

/** Every rule has its chapter, and every case what tells it. */
function checkPlaces({ chapters, rules, cases }: Entries, problems: Problems): void {
  const known = new Set([...chapters, ...rules].map(({ path }) => path));
  for (const { path, data } of rules) {
    const chapter = `chapters/${data.chapter}.md`;
    if (!known.has(chapter))
      problems.add(
        `${path}: chapter: expected a chapter that has a file, found “${data.chapter}”, and ${chapter} isn't there. Restore it, or run the ingest again.`,
      );
  }
  for (const { path, data } of cases) {
    const parent = data.rule === undefined ? `chapters/${parentIdOf(data)}.md` : `rules/${data.rule}.md`;
    if (!known.has(parent))
      problems.add(
        `${path}: ${data.rule === undefined ? 'chapter' : 'rule'}: expected one that has a file, found “${parentIdOf(data)}”, and ${parent} isn't there. Restore it, or run the ingest again.`,
      );
  }
}

/** The line that holds a case's place. Reading all of the Markdown would take long in a book of many rules. */
const slot = /^::case\{[^}\n]*\bid="?([\w-]+)/gm;

/** Every case has one place in the rule or chapter that tells it, and every place has a case. */
function checkSlots(
  tellers: readonly Found<{ id: string }>[],
  cases: readonly Found<Case>[],
  problems: Problems,
): void {
  const known = new Set(cases.map(({ data }) => data.id));
  for (const { path, data, body } of tellers) {
    const slots = [...body.matchAll(slot)].map(([, id = '']) => id);
    const seen = new Set<string>();
    for (const id of slots) {
      if (!known.has(id))
        problems.add(
          `${path}: expected a case for the line ::case{id="${id}"}, and cases/${id}.md isn't there. Restore it, remove the line, or run the ingest again.`,
        );
      if (seen.has(id))
        problems.add(
          `${path}: expected the line ::case{id="${id}"} once, found it twice. Remove one of them, or run the ingest again.`,
        );
      seen.add(id);
    }
    for (const each of cases)
      if (parentIdOf(each.data) === data.id && !seen.has(each.data.id))
        problems.add(
          `${path}: expected the line ::case{id="${each.data.id}"} where ${each.path} stands in its text, found none. Put it back, or run the ingest again.`,
        );
  }
}

function checkLedger(dir: string, { chapters, rules, cases }: Entries, problems: Problems): void {
  const linked = {
    chapters: chapters.map(({ data }) => data),
    rules: rules.map(({ data }) => data),
    cases: cases.map(({ data }) => data),
  };
  problems.attempt(() => resolveLedger(readLedger(dir, linked), currentEntries(linked)));
}

/** Files that people write, and the report. */
function checkHandKept(dir: string, problems: Problems): void {
  problems.attempt(() => readBookFile(dir));
  problems.attempt(() => readSynonyms(dir));
  problems.attempt(() => readFacetNames(dir));
  const terms = problems.attempt(() => readGlossary(dir)) ?? [];
  for (const [field, keyOf] of [
    ['term', ({ term }: (typeof terms)[number]) => term],
    ['en', ({ en }: (typeof terms)[number]) => termId(en)],
  ] as const) {
    const first = new Map<string, number>();
    terms.forEach((term, index) => {
      const other = first.get(keyOf(term));
      if (other !== undefined)
        problems.add(
          `glossary.yaml: terms.${String(index)}.${field}: expected one that no other term has, found “${term[field]}” (${term.term}), as in terms.${String(other)} (${terms[other]?.term ?? ''}). Give one of them another name, or make it an alias of the other.`,
        );
      else first.set(keyOf(term), index);
      if (field === 'en' && keyOf(term) === '')
        problems.add(
          `glossary.yaml: terms.${String(index)}.en: expected English with a letter or digit, which the term's address is made of, found “${term.en}”. Give it an English name.`,
        );
    });
  }
  checkReport(dir, problems);
  for (const folder of englishFolders) {
    const at = join(dir, 'translations', folder);
    if (!existsSync(at)) continue;
    for (const name of readdirSync(at)
      .filter((each) => each.endsWith('.md'))
      .sort())
      problems.attempt(() => readEnglishText(dir, folder, name.replace(/\.md$/, '')));
  }
}

function checkReport(dir: string, problems: Problems): void {
  const path = join(dir, 'report.json');
  if (!existsSync(path)) return;
  try {
    if (reportSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).success) return;
  } catch {
    // Said below.
  }
  problems.add(`${path}: expected the report of an ingest, found something else. ${again}`);
}
