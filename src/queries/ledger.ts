import { contentDir } from '../edition/files/environment.ts';
import { readLedger } from '../edition/read-ledger.ts';
import { formerAddresses } from '../ledger/former-addresses.ts';
import { resolveLedger, type Destination } from '../ledger/resolve.ts';
import { currentEntries } from '../ledger/current-entries.ts';
import { getBook } from './book.ts';
import { assertShown } from '../freshness/shown.ts';
import { memo } from './memo.ts';

async function resolve() {
  const book = await getBook();
  const destinations = resolveLedger(readLedger(contentDir, book), currentEntries(book));
  return { destinations, former: formerAddresses(destinations.values()) };
}

const getLedger = memo(resolve);

/**
 * Where every permanent code leads.
 * @throws LedgerError if one leads nowhere
 */
export async function getDestinations(): Promise<Map<string, Destination>> {
  return (await getLedger()).destinations;
}

/** What an address such as `/rules/01-02/` led to in earlier editions, but no longer. */
export async function getFormer(address: string): Promise<Destination[]> {
  assertShown(`former${address}`);
  return (await getLedger()).former.get(address) ?? [];
}
