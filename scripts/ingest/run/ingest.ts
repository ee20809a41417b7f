import { runStages } from './stages.ts';
import { errorsAmong, writeStages } from './write-stages.ts';
import { relative } from 'node:path';
import type { Finding } from '../../../src/schemas/report.ts';
import { callerDirectory } from '../../lib/environment.ts';
import type { Options } from './options.ts';
import { printBookFacts } from '../print/book-facts.ts';
import { printFindings, printSummary } from '../print/summary.ts';
import { printLevels } from '../print/levels.ts';
import { printTree } from '../print/tree.ts';
import { complain, say } from '../../lib/say.ts';

/**
 * Split a source into the files of `options.out`, or print its outline.
 * @returns the exit code: 0 if done; 1 if an override matches nothing or the ledger forbids the change, and then
 * nothing is written
 * @throws InputError if the source or a hand-kept file is at fault; then nothing is written
 */
export async function ingest(options: Options): Promise<number> {
  const stages = await runStages(options);
  const { outline, entries, report, book } = stages;
  const errors = errorsAmong(report.findings);
  if (errors.length > 0) return refuse(errors, options.name);
  const summary = () =>
    [
      printSummary(report),
      ...(book.filled.length > 0 ? [`book.yaml, filled in:\n${printBookFacts(book.filled)}`] : []),
    ].join('\n\n');
  if (options.dryRun) {
    say(
      `${printTree(entries)}

${printLevels(outline.levels)}

${summary()}

A dry run: nothing was written.`,
    );
    return 0;
  }

  const done = await writeStages(stages, options);
  if ('refused' in done) return refuse(done.refused, 'permalinks.yaml');
  const { written, removed } = done;
  say(`${summary()}\n\n${describeWrites(written.length, removed.length, options.out)}`);
  return 0;
}

function refuse(errors: Finding[], name: string): number {
  complain(`${printFindings(errors, name).join('\n').trim()}\n\nNothing was written.`);
  return 1;
}

function describeWrites(written: number, removed: number, out: string): string {
  const folder = relative(callerDirectory, out) || '.';
  if (written + removed === 0) return `${folder} was up to date; nothing was written.`;
  return `${written} files written to ${folder}${removed > 0 ? `, ${removed} that are no longer made were removed` : ''}.`;
}
