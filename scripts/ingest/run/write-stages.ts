import type { Stages } from './stages.ts';
import { append } from '../append.ts';
import { join } from 'node:path';
import type { Finding } from '../../../src/schemas/report.ts';
import { withLock } from '../../lib/lock.ts';
import { checkHandEdited } from '../checks/output/hand-edited.ts';
import { checkMissingCode } from '../checks/output/missing-code.ts';
import { checkRetiredCodes } from '../checks/output/retired-codes.ts';
import { checkStaleTranslation } from '../checks/output/stale-translation.ts';
import { checkUnsafeContent } from '../checks/output/unsafe-content.ts';
import { readWhole } from '../corrections/hand-kept.ts';
import type { Options } from './options.ts';
import { toFiles } from '../write/markdown.ts';
import { withPictures } from '../write/pictures.ts';
import { readKnownCodes } from '../permalinks/known-codes.ts';
import { assignPermalinks, printLedger, readLedger } from '../permalinks/permalinks.ts';
import { carryOut, planWrites } from '../write/write.ts';

/** Findings for which nothing may be written. */
export const errorsAmong = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity === 'error');

type Written = { written: string[]; removed: string[] } | { refused: Finding[] };
type Made = Pick<Stages, 'source' | 'entries' | 'report' | 'book'>;
type WriteOptions = Pick<Options, 'out' | 'force' | 'retire'>;

/**
 * Give the entries their permanent codes and write what changed into `options.out`, while no other run does.
 * @returns the paths written and removed; or, where the ledger forbids it, why nothing was written
 */
export const writeStages = (made: Made, options: WriteOptions): Promise<Written> =>
  withLock(join(options.out, '.ingest.lock'), () => write(made, options));

async function write({ source, entries, report, book }: Made, options: WriteOptions): Promise<Written> {
  const before = readLedger((await readWhole(join(options.out, 'permalinks.yaml'))) ?? '');
  const missing = checkMissingCode(before, await readKnownCodes(options.out));
  const { codes, ledger } = assignPermalinks(entries, before);
  const codeFindings = missing.length > 0 ? missing : checkRetiredCodes(before, ledger, options.retire);
  const errors = errorsAmong(codeFindings);
  if (errors.length > 0) return { refused: errors };
  append(report.findings, codeFindings);
  const files = withPictures(toFiles(entries, codes), source.pictures);
  append(report.findings, await checkStaleTranslation(options.out, files));
  const plan = planWrites(options.out, files, { force: options.force });
  append(report.findings, [...checkHandEdited(plan), ...(await checkUnsafeContent(plan))]);
  return carryOut(plan, printLedger(ledger), report, book.yaml);
}
