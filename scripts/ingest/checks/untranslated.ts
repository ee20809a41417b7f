import type { Finding } from '../../../src/schemas/report.ts';
import type { Entries } from '../steps/entries.ts';

/** Titles, summaries and keywords without English: ids with the field (`01-02.title`), and a finding an entry. */
export function checkUntranslated(_entries: Entries): { untranslated: string[]; findings: Finding[] } {
  return { untranslated: [], findings: [] };
}
