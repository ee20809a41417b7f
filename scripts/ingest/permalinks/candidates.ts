import { pushTo } from '../../../src/lib/push-to.ts';
import type { LedgerEntry } from '../../../src/schemas/ledger.ts';
import type { LinkedEntry } from '../entries/entry.ts';
import type { Pair } from './assignment.ts';
import { sketchKeys } from './sketch.ts';
import { closeness, pairsOf, type Subject } from './subject.ts';

/** A sketch value or pair of characters that more entries than this share is a common phrase, and leads to no candidate. */
const maxSharing = 50;

/** How much better a match is if the entry was in the last edition, and if it is at the same place. */
const [lastEdition, samePlace] = [0.01, 0.001];

/** An entry of the book. */
export interface Present extends Subject {
  entry: LinkedEntry;
  text: string;
}

/** An entry of the ledger. */
export interface Past extends Subject {
  entry: LedgerEntry;
}

/** Pairs of entries that may be the same one, edited: of one kind, with a title or enough text in common. */
export function candidates(present: Present[], past: Past[]): Pair<Present, Past>[] {
  if (past.length === 0) return [];
  const byTitle = Map.groupBy(past, ({ kind, title }) => `${kind}\0${title}`);
  const byKey = new Map<string, Past[]>();
  const byPair = new Map<string, Past[]>();
  for (const each of past) {
    for (const key of each.sketch ? sketchKeys(each.sketch) : []) pushTo(byKey, `${each.kind}${key}`, each);
    if (!each.sketch) for (const pair of pairsOf(each.title)) pushTo(byPair, each.kind + pair, each);
  }
  return present.flatMap((now) => {
    const near = new Set(byTitle.get(`${now.kind}\0${now.title}`));
    for (const key of now.sketch ? sketchKeys(now.sketch) : []) {
      const sharing = byKey.get(`${now.kind}${key}`) ?? [];
      if (sharing.length <= maxSharing) for (const each of sharing) near.add(each);
    }
    for (const pair of pairsOf(now.title)) {
      const sharing = byPair.get(now.kind + pair) ?? [];
      if (sharing.length <= maxSharing) for (const each of sharing) near.add(each);
    }
    return [...near].flatMap((before) => {
      const score = likeness(now, before);
      return score > 0 ? [{ row: now, column: before, score }] : [];
    });
  });
}

/** How likely two are the same, edited; 0 if title and text are too far apart. */
function likeness(now: Present, before: Past): number {
  const close = closeness(now, before);
  if (close === 0) return 0;
  // If two fit equally well, the one that was in the last edition; if two are copies of one text, the one at
  // this place, so that a second run changes nothing.
  const here = before.entry.addresses.at(-1) === addressOf(now.entry);
  return close + (before.entry.retired ? 0 : lastEdition) + (here ? samePlace : 0);
}

/** The address of an entry, as the ledger has it. */
export const addressOf = (entry: LinkedEntry): string => `/${entry.kind}s/${entry.data.id}/`;
