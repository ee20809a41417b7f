import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from './yaml-text.ts';

/**
 * Name of the source that the edition in `dir` was made from, as its report has it; empty where there is no report.
 * @throws ContentError where the report is none; the message names it
 */
export function reportedSource(dir: string): string {
  const path = join(dir, 'report.json');
  if (!existsSync(path)) return '';
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as { source?: { name?: unknown } } | null;
    const name = report?.source?.name;
    if (typeof name === 'string') return name;
  } catch {
    // Said below.
  }
  throw new ContentError(
    `${path}: expected the report of an ingest, found something else. Run the ingest again, or restore the file from version control.`,
  );
}
