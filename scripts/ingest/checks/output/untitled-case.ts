import type { Finding } from '../../../../src/schemas/report.ts';
import type { Entries } from '../../entries/entry.ts';

/** Cases without a title of their own, and without a sentence of who did what to make one from. */
export function checkUntitledCase(entries: Entries): Finding[] {
  return entries.cases
    .filter(({ untitled }) => untitled === true)
    .map(({ data }) => ({
      code: 'untitled-case',
      severity: 'info',
      line: data.source.lines[0],
      message: `Expected a clause that says who did what, to title the case with, but found none, so its title is its first words: “${data.title.zh}”. Give it a title in overrides.yaml.`,
    }));
}
