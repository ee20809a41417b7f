import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from './yaml-text.ts';

/**
 * Name of the source of the edition in `dir`, as in its report; empty if there is no report.
 * @throws ContentError if the file isn't a report; the message names it
 */
export function reportedSource(dir: string): string {
  const path = join(dir, 'report.json');
  if (!existsSync(path)) return '';
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as { source?: { name?: unknown } } | null;
    const name = report?.source?.name;
    if (typeof name === 'string') return name;
  } catch {
    // Not JSON: reported below.
  }
  throw new ContentError(
    `${path}: expected the report of an ingest, found something else. Run the ingest again, or restore the file from version control.`,
  );
}
