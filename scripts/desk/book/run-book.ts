import { readHandKept } from '../../ingest/corrections/hand-kept.ts';
import { editorLines } from '../../ingest/corrections/line-index.ts';
import { placeOverrides, readOverrides } from '../../ingest/corrections/overrides.ts';
import { InputError } from '../../ingest/input-error.ts';
import type { Memo } from '../../ingest/run/memo.ts';
import { runStages, type Stages } from '../../ingest/run/stages.ts';
import { readSource, readSourceBytes } from '../../ingest/source/read-source.ts';
import type { EditContext } from '../edit/context.ts';
import { bookFieldsOf } from '../edit/edit-vocabulary.ts';
import { analyse, analyseLines, type Analysis } from '../view/analysis.ts';
import type { DeskOptions } from './desk-options.ts';

/** What a run of the ingest came to. */
export interface BookRun {
  /** Absent if the ingest found no outline. */
  stages: Stages | undefined;
  /** The corrections in the order of their file. */
  overrides: EditContext['overrides'];
  analysis: Analysis;
}

/**
 * Run the ingest on a book without writing anything.
 * @param formerTexts lines of the last run, shown on if the source can't be read any more
 */
export async function runBook(
  options: DeskOptions,
  memo: Memo,
  formerTexts: readonly string[],
): Promise<BookRun> {
  try {
    const stages = await runStages(options, memo);
    const title = bookFieldsOf(stages.book.yaml).title || options.name;
    return { stages, overrides: stages.overrides.list, analysis: analyse(stages, title) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return await readLines(options, error, formerTexts);
  }
}

/** Without an outline, the desk still shows the source's lines and the editor's corrections of them. */
async function readLines(
  { source, encoding, out, name }: DeskOptions,
  error: InputError,
  formerTexts: readonly string[],
): Promise<BookRun> {
  const finding = error.finding ?? {
    code: 'no-headings' as const,
    severity: 'error' as const,
    line: null,
    message: error.message,
  };
  try {
    const { lines } = await readSource(await readSourceBytes(source), encoding);
    const overrides = placeOverrides(readOverrides(readHandKept(out, 'overrides.yaml'), name), lines);
    const texts = editorLines(lines).map(({ text }) => text);
    return {
      stages: undefined,
      overrides: overrides.list,
      analysis: analyseLines(texts, overrides, name, finding),
    };
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    const none = placeOverrides(readOverrides('', name), []);
    return {
      stages: undefined,
      overrides: [],
      analysis: analyseLines([...formerTexts], none, name, finding),
    };
  }
}
