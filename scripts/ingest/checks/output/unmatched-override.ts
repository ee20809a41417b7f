import type { Override } from '../../../../src/schemas/overrides.ts';
import type { Finding } from '../../../../src/schemas/report.ts';
import type { Overrides } from '../../corrections/overrides.ts';

/** Corrections that found nothing to correct. An error: the editor's wish would be lost in silence. */
export function checkUnmatchedOverride(overrides: Overrides): Finding[] {
  return overrides.list
    .filter((override) => !overrides.matched.has(override))
    .map((override) => ({
      code: 'unmatched-override',
      severity: 'error',
      line: null,
      message: `Nothing in the source matches the override “${describeOverride(override)}”. Compare its words with the source, or remove it from overrides.yaml.`,
    }));
}

function describeOverride(override: Override): string {
  const [[key, words]] = Object.entries(override) as [[string, string]];
  return `${key}: ${words}`;
}
