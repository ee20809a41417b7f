import { append } from '../append.ts';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { Finding, Report } from '../../../src/schemas/report.ts';
import { isShippedSource } from '../../../src/edition/shipped.ts';
import { callerDirectory, projectRoot } from '../../lib/environment.ts';
import { withLock } from '../../lib/lock.ts';
import { checkHandEdited } from '../checks/output/hand-edited.ts';
import { inspect } from './inspect.ts';
import { checkAllNarrative } from '../checks/output/all-narrative.ts';
import { checkLowConfidenceCase } from '../checks/output/low-confidence-case.ts';
import { checkMissingCode } from '../checks/output/missing-code.ts';
import { checkRetiredCodes } from '../checks/output/retired-codes.ts';
import { checkStaleTranslation } from '../checks/output/stale-translation.ts';
import { checkUnmatchedOverride } from '../checks/output/unmatched-override.ts';
import { checkUnsafeContent } from '../checks/output/unsafe-content.ts';
import { checkUntranslated } from '../checks/output/untranslated.ts';
import { readHandKept, readIfThere } from '../corrections/hand-kept.ts';
import type { Options } from './options.ts';
import { showProgress } from '../print/progress.ts';
import type { Source } from '../source/extract/source.ts';
import { readSource, readSourceBytes } from '../source/read-source.ts';
import { describe } from '../describe/describe.ts';
import type { Entries } from '../entries/entry.ts';
import { startKeywords } from '../describe/keywords-thread.ts';
import { withPlaces } from '../source/places.ts';
import { toFiles } from '../write/markdown.ts';
import { withPictures } from '../write/pictures.ts';
import { outlineBook } from './outline-book.ts';
import { overrideEntries } from '../entries/override-entries.ts';
import { dropLines, noOverrides, readOverrides } from '../corrections/overrides.ts';
import { readKnownCodes } from '../permalinks/known-codes.ts';
import { assignPermalinks, printLedger, readLedger } from '../permalinks/permalinks.ts';
import { readTranslations, titlesOf, translate } from '../entries/translate.ts';
import { fillBookFile } from '../book/book-file.ts';
import { findFacts } from '../book/find-facts.ts';
import { carryOut, planWrites } from '../write/write.ts';
import { printBookFacts } from '../print/book-facts.ts';
import { printFindings, printSummary } from '../print/summary.ts';
import { printLevels } from '../print/levels.ts';
import { printTree } from '../print/tree.ts';

/**
 * Split a source into the files of `options.out`, or print its outline.
 * @returns the exit code: 0 done, 1 where an override matches nothing; then nothing is written
 * @throws InputError where the source or a hand-kept file is at fault; then nothing is written
 */
export async function ingest(options: Options): Promise<number> {
  const findKeywords = startKeywords();
  const file = await readSourceBytes(options.source);
  const progress = showProgress(5, file.bytes.length);
  progress.step('reading');
  const source = await readSource(file, options.encoding);
  const corrections = readHandKept(options.out, 'overrides.yaml');
  // Most sources have no corrections, and reading a long file of others' takes longer than reading a book.
  const overrides = corrections.includes(options.name)
    ? readOverrides(corrections, options.name)
    : noOverrides();
  const { lines, dropped: overridden } = dropLines(source.lines, overrides);

  progress.step('outlining');
  const { outline, found, accounting } = outlineBook(
    source.text,
    lines,
    [...source.controls, ...overridden],
    overrides,
  );

  progress.step('summing up');
  // Described in part by another thread, while this one reads the translations.
  const described = describe(found, findKeywords);
  const own =
    isShippedSource(options.name, join(projectRoot, 'content')) ||
    (await readIfThere(join(options.out, 'translations.yaml'))) !== undefined;
  const translations = readTranslations(readHandKept(options.out, 'translations.yaml'), found);
  const entries = translate(
    overrideEntries(await described, overrides),
    own ? translations : titlesOf(translations),
  );
  const { untranslated, findings: untranslatedFindings } = checkUntranslated(entries);
  const findings: Finding[] = withPlaces(lines, [
    ...inspect({ decoded: source, lines, controls: source.controls, outline, leftOut: source.leftOut }),
    ...checkAllNarrative(entries),
    ...checkLowConfidenceCase(entries),
    ...checkUnmatchedOverride(overrides),
    ...untranslatedFindings,
  ]);
  const report: Report = {
    source: {
      name: options.name,
      ...(source.format === 'text' ? {} : { format: source.format }),
      encoding: source.encoding,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      characters: countCharacters(source.text),
    },
    counts: countEntries(entries),
    rejoined: outline.book.rejoined,
    outline: outline.levels,
    accounting,
    dropped: [...outline.book.dropped, ...entries.dropped].sort((a, b) => a.line - b.line),
    findings,
    untranslated,
  };
  if (refuse(findings, options.name, progress)) return 1;
  const { front } = outline.book;
  const book = fillBookFile(
    await readIfThere(join(options.out, 'book.yaml')),
    findFacts({ lines, front, metadata: source.metadata, name: options.name }),
  );
  const summary = () =>
    [
      printSummary(report),
      ...(book.filled.length > 0 ? [`book.yaml, filled in:\n${printBookFacts(book.filled)}`] : []),
    ].join('\n\n');
  if (options.dryRun) {
    progress.end();
    console.log(
      `${printTree(entries)}

${printLevels(outline.levels)}

${summary()}

A dry run: nothing was written.`,
    );
    return 0;
  }

  progress.step('writing');
  return await withLock(join(options.out, '.ingest.lock'), () =>
    write({ entries, pictures: source.pictures, report, bookFile: book.yaml, summary }, options, progress),
  );
}

/** What is to be written, and how to say it. */
interface Result {
  entries: Entries;
  pictures: Source['pictures'];
  report: Report;
  /** Text of `book.yaml`. */
  bookFile: Parameters<typeof carryOut>[3];
  summary: () => string;
}

/** Give the entries their codes and write what changed, while no other run writes to the same folder. */
async function write(
  { entries, pictures, report, bookFile, summary }: Result,
  options: Options,
  progress: { end: () => void },
): Promise<number> {
  const before = readLedger((await readIfThere(join(options.out, 'permalinks.yaml'))) ?? '');
  const missing = checkMissingCode(before, await readKnownCodes(options.out));
  const { codes, ledger } = assignPermalinks(entries, before);
  const codeFindings = missing.length > 0 ? missing : checkRetiredCodes(before, ledger, options.retire);
  if (refuse(codeFindings, 'permalinks.yaml', progress)) return 1;
  append(report.findings, codeFindings);
  const files = withPictures(toFiles(entries, codes), pictures);
  append(report.findings, await checkStaleTranslation(options.out, files));
  const plan = planWrites(options.out, files, { force: options.force });
  append(report.findings, [...checkHandEdited(plan), ...checkUnsafeContent(plan)]);
  const { written, removed } = carryOut(plan, printLedger(ledger), report, bookFile);
  progress.end();
  console.log(`${summary()}\n\n${describeWrites(written.length, removed.length, options.out)}`);
  return 0;
}

/** Whether one of the findings is an error; then it is said, and nothing may be written. */
function refuse(findings: readonly Finding[], name: string, progress: { end: () => void }): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return false;
  progress.end();
  console.error(`${printFindings(errors, name).join('\n').trim()}\n\nNothing was written.`);
  return true;
}

function countEntries({ chapters, rules, cases }: Entries): Report['counts'] {
  return {
    chapters: chapters.length,
    rules: rules.length,
    cases: cases.filter(({ data }) => data.kind === 'case').length,
    anecdotes: cases.filter(({ data }) => data.kind === 'anecdote').length,
    withBody: rules.filter(({ data }) => data.status !== 'missing').length,
  };
}

/** Characters, not code units. */
function countCharacters(text: string): number {
  let pairs = 0;
  for (let i = 0; i < text.length; i += 1) if ((text.charCodeAt(i) & 0xfc00) === 0xd800) pairs += 1;
  return text.length - pairs;
}

function describeWrites(written: number, removed: number, out: string): string {
  const folder = relative(callerDirectory, out) || '.';
  if (written + removed === 0) return `${folder} was up to date; nothing was written.`;
  return `${written} files written to ${folder}${removed > 0 ? `, ${removed} that are no longer made were removed` : ''}.`;
}
