import type { LinkedEntries } from '../edition/read-ledger.ts';
import type { LedgerEntry } from '../schemas/ledger.ts';
import type { Localized } from '../schemas/localized.ts';

/** The entry that a code leads to while the book has it. */
export interface Standing {
  kind: LedgerEntry['kind'];
  id: string;
  permalink: string;
  title: Localized;
}

/** Every chapter, rule and case, as codes lead to them. */
export function standingEntries({ chapters, rules, cases }: LinkedEntries): Standing[] {
  const standing =
    (kind: Standing['kind']) =>
    ({ id, permalink, title }: Omit<Standing, 'kind'>): Standing => ({ kind, id, permalink, title });
  return [
    ...chapters.map(standing('chapter')),
    ...rules.map(standing('rule')),
    ...cases.map(standing('case')),
  ];
}
