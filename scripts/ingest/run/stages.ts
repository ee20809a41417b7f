import type { Line } from '../model.ts';
import type { Outline } from '../outline/outline.ts';
import { join } from 'node:path';
import type { Finding, Report } from '../../../src/schemas/report.ts';
import { isShippedSource } from '../../../src/edition/shipped.ts';
import { projectRoot } from '../../lib/environment.ts';
import { inspect } from './inspect.ts';
import { checkAllNarrative } from '../checks/output/all-narrative.ts';
import { checkLowConfidenceCase } from '../checks/output/low-confidence-case.ts';
import { checkUntitledCase } from '../checks/output/untitled-case.ts';
import { checkUnmatchedOverride } from '../checks/output/unmatched-override.ts';
import { checkUntranslated } from '../checks/output/untranslated.ts';
import { readHandKept, readIfThere, readWhole } from '../corrections/hand-kept.ts';
import type { Options } from './options.ts';
import type { Source } from '../source/extract/source.ts';
import { hashOf, readSource, readSourceBytes } from '../source/read-source.ts';
import { readGuarded } from '../source/guarded.ts';
import { NoMemo, type Memo } from './memo.ts';
import { describeAgain, rememberedSteps, titlesIn } from './remembered-steps.ts';
import type { Entries } from '../entries/entry.ts';
import { withPlaces } from '../source/places.ts';
import { outlineBook } from './outline-book.ts';
import { overrideEntries } from '../entries/override-entries.ts';
import type { Overrides } from '../corrections/overrides.ts';
import {
  dropLines,
  noOverrides,
  overridesOf,
  partLines,
  placeOverrides,
  readOverrides,
} from '../corrections/overrides.ts';
import { readTranslations, titlesOf, translate } from '../entries/translate.ts';
import { fillBookFile } from '../book/book-file.ts';
import { findFacts } from '../book/find-facts.ts';

/** What the stages of an ingest made of a source, all of it in memory. */
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
  options: Pick<Options, 'source' | 'name' | 'out' | 'encoding'>,
  memo: Memo = new NoMemo(),
  read = readGuarded,
): Promise<Stages> {
  memo.turn();
  const file = await readSourceBytes(options.source);
  const sha256 = hashOf(file);
  const edition = `${file.name} ${sha256} ${options.encoding ?? ''}`;
  const source = await memo.keep('source', edition, () => readSource(file, options.encoding, read));
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

  const said = overrideEntries(describeAgain(found, memo), overrides);
  const translated = readHandKept(options.out, 'translations.yaml');
  const own =
    isShippedSource(options.name, join(projectRoot, 'content')) ||
    (await readIfThere(join(options.out, 'translations.yaml'))) !== undefined;
  const translations = memo.keep('translations', `${translated} ${titlesIn(said)}`, () =>
    readTranslations(translated, said),
  );
  const entries = translate(said, own ? translations : titlesOf(translations));
  const { untranslated, findings: untranslatedFindings } = checkUntranslated(entries);
  const findings: Finding[] = withPlaces(lines, [
    ...inspect({ decoded: source, lines, controls: source.controls, outline, leftOut: source.leftOut }),
    ...checkAllNarrative(entries),
    ...checkLowConfidenceCase(entries),
    ...checkUntitledCase(entries),
    ...checkUnmatchedOverride(overrides),
    ...untranslatedFindings,
  ]);
  const report: Report = {
    source: {
      name: options.name,
      ...(source.format === 'text' ? {} : { format: source.format }),
      encoding: source.encoding,
      sha256,
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
