import { join } from 'node:path';
import type { Finding, Report } from '../../../src/schemas/report.ts';
import { isShippedSource } from '../../../src/edition/files/shipped.ts';
import { projectRoot } from '../../lib/environment.ts';
import { fillBookFile } from '../book/book-file.ts';
import { findFacts } from '../book/find-facts.ts';
import { checkAllNarrative } from '../checks/output/all-narrative.ts';
import { checkLowConfidenceCase } from '../checks/output/low-confidence-case.ts';
import { checkDirectionMarks } from '../checks/source/control-chars.ts';
import { checkUnmatchedOverride } from '../checks/output/unmatched-override.ts';
import { checkUntitledCase } from '../checks/output/untitled-case.ts';
import { checkUntranslated } from '../checks/output/untranslated.ts';
import { readHandKept, readIfThere, readWhole } from '../corrections/hand-kept.ts';
import {
  dropLines,
  noOverrides,
  overridesOf,
  partLines,
  placeOverrides,
  readOverrides,
  type Overrides,
} from '../corrections/overrides.ts';
import type { Entries } from '../entries/entry.ts';
import { overrideEntries } from '../entries/override-entries.ts';
import { readTranslations, titlesOf, translate } from '../entries/translate.ts';
import { forgetCuts } from '../language/words/dictionary.ts';
import type { Line } from '../model.ts';
import type { Outline } from '../outline/outline.ts';
import type { Source } from '../source/extract/source.ts';
import { readGuarded } from '../source/guarded.ts';
import { withPlaces } from '../source/places.ts';
import { hashOf, readSource, readSourceBytes } from '../source/read-source.ts';
import { endThreads } from '../threads/share-out.ts';
import { inspect } from './inspect.ts';
import { NoMemo, type Memo } from './memo.ts';
import type { Options } from './options.ts';
import { outlineBook } from './outline-book.ts';
import { describeAgain, rememberedSteps, titlesIn } from './remembered-steps.ts';

/** All that an ingest makes of a source, before anything is written. */
export interface Stages {
  source: Source;
  lines: Line[];
  overrides: Overrides;
  outline: Outline;
  entries: Entries;
  report: Report;
  /** `book.yaml`, filled in with the facts about the book in its source. */
  book: ReturnType<typeof fillBookFile>;
}

/**
 * Take a source through every stage up to its entries and its report. Writes nothing.
 * @param read reads what is no plain text; by default in a process of its own
 * @throws InputError if the source or a hand-kept file is at fault
 */
export async function runStages(
  options: StageOptions,
  memo: Memo = new NoMemo(),
  read = readGuarded,
): Promise<Stages> {
  try {
    return await stagesOf(options, memo, read);
  } finally {
    endThreads();
    forgetCuts();
  }
}

type StageOptions = Pick<Options, 'source' | 'name' | 'out' | 'encoding'>;

async function stagesOf(options: StageOptions, memo: Memo, read: typeof readGuarded): Promise<Stages> {
  memo.turn();
  const { source, sha256, edition } = await sourceOf(options, memo, read);
  const corrections = readHandKept(options.out, 'overrides.yaml');
  // Most sources have no corrections, and reading a long file of others' takes longer than reading a book.
  const overrides = corrections.includes(options.name)
    ? overridesOf(memo.keep('overrides', corrections, () => readOverrides(corrections, options.name).list))
    : noOverrides();
  placeOverrides(overrides, source.lines);
  const { lines: kept, dropped: overridden } = dropLines(source.lines, overrides);
  const lines = partLines(kept, overrides);

  const { outline, found, accounting } = outlineBook(
    source.text,
    lines,
    [...source.controls, ...overridden],
    overrides,
    rememberedSteps(memo, edition, overrides),
  );

  const chinese = overrideEntries(describeAgain(found, memo), overrides);
  const translationsYaml = readHandKept(options.out, 'translations.yaml');
  // A book without a file of its own gets titles from the shipped one, and nothing else.
  const hasOwnFile =
    isShippedSource(options.name, join(projectRoot, 'content')) ||
    (await readIfThere(join(options.out, 'translations.yaml'))) !== undefined;
  const translations = memo.keep('translations', `${translationsYaml} ${titlesIn(chinese)}`, () =>
    readTranslations(translationsYaml, chinese),
  );
  const entries = translate(chinese, hasOwnFile ? translations : titlesOf(translations));
  const { untranslated, findings: untranslatedFindings } = checkUntranslated(entries);
  const findings: Finding[] = withPlaces(lines, [
    ...inspect({ decoded: source, lines, controls: source.controls, outline, leftOut: source.leftOut }),
    ...checkAllNarrative(entries),
    ...checkLowConfidenceCase(entries),
    ...checkUntitledCase(entries),
    ...checkUnmatchedOverride(overrides),
    ...untranslatedFindings,
    ...(await checkDirectionMarks(options.out)),
  ]);
  const report: Report = {
    source: sourceFacts(source, options.name, sha256),
    counts: countEntries(entries),
    rejoined: outline.book.rejoined,
    outline: outline.levels,
    accounting,
    dropped: [...outline.book.dropped, ...entries.dropped].sort((a, b) => a.line - b.line),
    findings,
    untranslated,
  };
  const { front } = outline.book;
  const book = fillBookFile(
    await readWhole(join(options.out, 'book.yaml')),
    findFacts({
      lines,
      front,
      metadata: source.metadata,
      name: options.name,
      trusted: source.format === 'epub',
    }),
  );
  return { source, lines, overrides, outline, entries, report, book };
}

/** The source, its hash, and what names this edition of it. Its bytes are let go: of a long book they are as much as its text. */
async function sourceOf(
  { source: path, encoding }: StageOptions,
  memo: Memo,
  read: typeof readGuarded,
): Promise<{ source: Source; sha256: string; edition: string }> {
  const file = await readSourceBytes(path);
  const sha256 = hashOf(file);
  const edition = `${file.name} ${sha256} ${encoding ?? ''}`;
  const source = await memo.keep('source', edition, () => readSource(file, encoding, read));
  return { source, sha256, edition };
}

function sourceFacts({ format, encoding, text }: Source, name: string, sha256: string): Report['source'] {
  return {
    name,
    ...(format === 'text' ? {} : { format }),
    encoding,
    sha256,
    characters: countCharacters(text),
  };
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
