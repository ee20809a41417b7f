import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerSchema, type Ledger, type LedgerEntry } from '../schemas/ledger.ts';
import type { Localized } from '../schemas/localized.ts';
import { textOfFile } from './files/read-text.ts';
import { ContentError, listIssues, parseYaml } from './files/yaml-text.ts';

/** An entry with a permanent code. */
export interface Linked {
  id: string;
  permalink: string;
  title: Localized;
}

/** The entries of an edition that have permanent codes, in reading order. */
export interface LinkedEntries {
  chapters: readonly Linked[];
  rules: readonly Linked[];
  cases: readonly Linked[];
}

/**
 * Read the ledger of permanent codes. If there is none, make one from the codes of the entries.
 * @throws ContentError if the file is malformed
 */
export function readLedger(dir: string, { chapters, rules, cases }: LinkedEntries): Ledger {
  const path = join(dir, 'permalinks.yaml');
  if (existsSync(path)) {
    const result = ledgerSchema.safeParse(parseYaml(path, textOfFile(path, readFileSync(path))) ?? []);
    if (result.success) return result.data;
    throw new ContentError(
      `${path} isn't as expected. Restore it from version control: git checkout -- permalinks.yaml\n${listIssues(result.error)}`,
    );
  }
  const first =
    (kind: LedgerEntry['kind']) =>
    ({ id, permalink, title }: Linked): LedgerEntry => ({
      code: permalink,
      kind,
      title: title.zh,
      addresses: [`/${kind}s/${id}/`],
    });
  return [...chapters.map(first('chapter')), ...rules.map(first('rule')), ...cases.map(first('case'))];
}
