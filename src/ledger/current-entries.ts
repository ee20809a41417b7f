import type { LinkedEntries } from '../edition/read-ledger.ts';
import type { LedgerEntry } from '../schemas/ledger.ts';
import type { Localized } from '../schemas/localized.ts';

/** The entry that a code leads to while the book has it. */
export interface CurrentEntry {
  kind: LedgerEntry['kind'];
  id: string;
  permalink: string;
  title: Localized;
  /** It has no page for frames: a chapter that lists its rules. */
  unframed?: true;
}

/** Every chapter, rule and case, as codes lead to them. */
export function currentEntries({ chapters, rules, cases }: LinkedEntries): CurrentEntry[] {
  const ofKind =
    (kind: CurrentEntry['kind']) =>
    ({ id, permalink, title }: Omit<CurrentEntry, 'kind' | 'unframed'>): CurrentEntry => ({
      kind,
      id,
      permalink,
      title,
    });
  const listsRules = (chapter: CurrentEntry): boolean =>
    rules.some(({ id }) => id.startsWith(`${chapter.id}-`));
  return [
    ...chapters
      .map(ofKind('chapter'))
      .map((chapter) => (listsRules(chapter) ? { ...chapter, unframed: true as const } : chapter)),
    ...rules.map(ofKind('rule')),
    ...cases.map(ofKind('case')),
  ];
}
