import type { Ledger, LedgerEntry } from '../schemas/ledger.ts';
import { nearestTitle } from './nearest-title.ts';
import type { CurrentEntry } from './current-entries.ts';

export type Destination =
  | { state: 'current'; record: LedgerEntry; entry: CurrentEntry }
  /** `next` is the entry that replaced it (`replaced` is true), or the one with the nearest title. */
  | { state: 'retired'; record: LedgerEntry; next: CurrentEntry | undefined; replaced: boolean };

/** Thrown if a code leads nowhere. */
export class LedgerError extends Error {
  constructor(problems: string[]) {
    super(
      `permalinks.yaml: ${problems.join(' ')} Run the ingest again, or restore the ledger's lines from version control.`,
    );
    this.name = 'LedgerError';
  }
}

/**
 * Where each code of the ledger leads.
 * @throws LedgerError for a code that leads nowhere, and for an entry whose code the ledger lacks.
 */
export function resolveLedger(ledger: Ledger, current: readonly CurrentEntry[]): Map<string, Destination> {
  const byCode = new Map(current.map((entry) => [entry.permalink, entry]));
  const records = new Map(ledger.map((record) => [record.code, record]));
  const problems = current
    .filter((entry) => !records.has(entry.permalink))
    .map((entry) => `The ${entry.kind} ${entry.id} has the code ${entry.permalink}, which the ledger lacks.`);
  if (byCode.size < current.length) problems.push('Two entries have the same code.');
  const destinations = new Map<string, Destination>();
  for (const record of ledger) {
    const entry = byCode.get(record.code);
    if (entry !== undefined) destinations.set(record.code, { state: 'current', record, entry });
    else if (record.retired === undefined) {
      problems.push(`The code ${record.code} (“${record.title}”) leads nowhere: no ${record.kind} has it.`);
    } else {
      const heir = followReplacements(record, records, byCode, problems);
      const next = heir ?? nearestTitle(record, current);
      destinations.set(record.code, { state: 'retired', record, next, replaced: heir !== undefined });
    }
  }
  if (problems.length > 0) throw new LedgerError(problems);
  return destinations;
}

/** What replaced a retired entry, over as many editions as there were since. */
function followReplacements(
  record: LedgerEntry,
  records: Map<string, LedgerEntry>,
  byCode: Map<string, CurrentEntry>,
  problems: string[],
): CurrentEntry | undefined {
  const seen = new Set([record.code]);
  let code = record.replacedBy;
  while (code !== undefined) {
    const entry = byCode.get(code);
    if (entry !== undefined) return entry;
    const following = records.get(code);
    if (following === undefined)
      problems.push(`The code ${record.code} is replaced by ${code}, which the ledger lacks.`);
    if (seen.has(code)) return undefined;
    seen.add(code);
    code = following?.replacedBy;
  }
  return undefined;
}
