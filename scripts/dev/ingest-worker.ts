// Thread that ingests a source when told to. A changed ingest is loaded by starting another one.
import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '../ingest/input-error.ts';
import { printFindings } from '../ingest/print/summary.ts';
import { Memo } from '../ingest/run/memo.ts';
import type { Options } from '../ingest/run/options.ts';
import { runStages } from '../ingest/run/stages.ts';
import { errorsAmong, writeStages } from '../ingest/run/write-stages.ts';
import type { Outcome } from './outcome.ts';

const options = workerData as Options;
/** What an edit leaves as it was is not worked out again. */
const memo = new Memo();

async function ingest(): Promise<Outcome> {
  const stages = await runStages(options, memo);
  const refused = (findings: Parameters<typeof printFindings>[0], name: string): Outcome => ({
    problem: printFindings(findings, name).join('\n').trim(),
    line: findings[0]?.line ?? undefined,
  });
  const errors = errorsAmong(stages.report.findings);
  if (errors.length > 0) return refused(errors, options.name);
  const done = await writeStages(stages, options);
  if ('refused' in done) return refused(done.refused, 'permalinks.yaml');
  const { lines, entries, report, outline } = stages;
  return {
    stages: { lines, entries, report, book: outline.book },
    changed: [...done.written, ...done.removed],
  };
}

parentPort?.on('message', () => {
  ingest().then(
    (outcome) => parentPort?.postMessage(outcome),
    (error: unknown) => {
      // The message of a fault of the input is enough. Any other error is the program's, and its stack helps.
      const problem = error instanceof InputError ? error.message : String((error as Error).stack ?? error);
      const finding = error instanceof InputError ? error.finding : undefined;
      parentPort?.postMessage({
        problem,
        line: finding?.line ?? undefined,
        ...(finding ? { code: finding.code } : {}),
      } satisfies Outcome);
    },
  );
});
