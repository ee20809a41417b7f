import type { Edition } from '../edition/read-edition.ts';
import type { LedgerEntry } from '../schemas/ledger.ts';
import type { Localized } from '../schemas/localized.ts';

/** What a code leads to while it stands in the book. */
export interface Standing {
  kind: LedgerEntry['kind'];
  id: string;
  permalink: string;
  title: Localized;
}

/** Every chapter, rule and case of an edition, as codes lead to them. */
export function standingEntries({
  chapters,
  rules,
  cases,
}: Pick<Edition, 'chapters' | 'rules' | 'cases'>): Standing[] {
  const standing = (kind: Standing['kind'], { id, permalink, title }: Omit<Standing, 'kind'>): Standing => ({
    kind,
    id,
    permalink,
    title,
  });
  return [
    ...chapters.map(({ data }) => standing('chapter', data)),
    ...rules.map(({ data }) => standing('rule', data)),
    ...cases.map(({ data }) => standing('case', data)),
  ];
}
