import type { Destination } from './resolve.ts';

/** Entries that an address led to in earlier editions and leads to no more, by address: `/rules/01-02/`. */
export function formerAddresses(destinations: Iterable<Destination>): Map<string, Destination[]> {
  const former = new Map<string, Destination[]>();
  for (const destination of destinations) {
    const now =
      destination.state === 'current' ? `/${destination.entry.kind}s/${destination.entry.id}/` : undefined;
    for (const address of destination.record.addresses) {
      if (address !== now) former.set(address, [...(former.get(address) ?? []), destination]);
    }
  }
  return former;
}
