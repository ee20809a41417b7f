import type { Finding } from '../../../../src/schemas/report.ts';
import type { Entries } from '../../entries/entry.ts';

/** A book that is nearly all narrative, in which no story is a case. */
export function checkAllNarrative({ allNarrative }: Entries): Finding[] {
  if (!allNarrative) return [];
  return [
    {
      code: 'all-narrative',
      severity: 'info',
      line: null,
      message:
        'The text tells or quotes nearly throughout, as a novel or a chronicle does, so no story in it was taken for a case. If some are, mark them in the text (【案例】) or set them in overrides.yaml (case: …).',
    },
  ];
}
