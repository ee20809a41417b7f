import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { ledgerSchema, type Ledger } from '../../../src/schemas/ledger.ts';
import type { Entries, LinkedEntry } from './entries.ts';

/**
 * Read a `permalinks.yaml`.
 * @throws where the file is no YAML or breaks the schema; the message names the place.
 */
export function readLedger(yaml: string): Ledger {
  return ledgerSchema.parse(parse(yaml) ?? []);
}

/** Give every chapter, rule and case its permanent code: the one it has in the ledger, or a new one. */
export function assignPermalinks(
  entries: Entries,
  ledger: Ledger,
): { codes: Map<LinkedEntry, string>; ledger: Ledger } {
  const alphabet = '23456789abcdefghjkmnpqrstvwxyz';
  const codes = new Map<LinkedEntry, string>();
  const taken = new Set<string>();
  for (const entry of [...entries.chapters, ...entries.rules, ...entries.cases]) {
    const hash = createHash('sha256')
      .update(JSON.stringify([entry.kind, entry.data.title.zh, entry.blocks]))
      .digest();
    const all = [...hash].map((byte) => alphabet[byte % alphabet.length]).join('');
    let length = 5;
    while (taken.has(all.slice(0, length))) length += 1;
    taken.add(all.slice(0, length));
    codes.set(entry, all.slice(0, length));
  }
  return { codes, ledger };
}

/** The ledger as YAML, an entry a line. */
export function printLedger(ledger: Ledger): string {
  return ledger.map((entry) => `- ${JSON.stringify(entry)}\n`).join('');
}
