import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../edition/environment.ts';
import { ledgerSchema } from '../schemas/ledger.ts';
import { formerAddresses } from '../ledger/former-addresses.ts';
import { resolveLedger, type Destination } from '../ledger/resolve.ts';
import type { Standing } from '../ledger/standing.ts';
import { getBook } from './book.ts';

async function resolve() {
  const { chapters, rules, cases } = await getBook();
  const standing: Standing[] = [
    ...chapters.map((entry) => ({ kind: 'chapter' as const, ...entry })),
    ...rules.map((entry) => ({ kind: 'rule' as const, ...entry })),
    ...cases.map((entry) => ({ ...entry, kind: 'case' as const })),
  ];
  const path = join(contentDir, 'permalinks.yaml');
  // An edition without a ledger is its own first one.
  const ledger = existsSync(path)
    ? ledgerSchema.parse(parse(readFileSync(path, 'utf8')) ?? [])
    : standing.map(({ kind, id, permalink, title }) => ({
        code: permalink,
        kind,
        title: title.zh,
        addresses: [`/${kind}s/${id}/`],
      }));
  const destinations = resolveLedger(ledger, standing);
  return { destinations, former: formerAddresses(destinations.values()) };
}

let ledger: ReturnType<typeof resolve> | undefined;

/** Where every permanent code leads; throws a `LedgerError` where one leads nowhere. */
export async function getDestinations(): Promise<Map<string, Destination>> {
  return (await (ledger ??= resolve())).destinations;
}

/** What an address, such as `/rules/01-02/`, led to in earlier editions and leads to no more. */
export async function getFormer(address: string): Promise<Destination[]> {
  return (await (ledger ??= resolve())).former.get(address) ?? [];
}
