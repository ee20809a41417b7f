import type { Override } from '../../../../src/schemas/overrides.ts';
import type { Finding } from '../../../../src/schemas/report.ts';
import type { Overrides } from '../../corrections/overrides.ts';

/**
 * Corrections that correct nothing. If the source doesn't have the words, that is an error, since the editor's wish would be
 * lost in silence. If the text is read that way without the correction, it is a warning.
 */
export function checkUnmatchedOverride({ list, matched, effective }: Overrides): Finding[] {
  return list
    .filter((override) => !effective.has(override))
    .map((override) => {
      const words = describeOverride(override);
      return matched.has(override)
        ? finding(
            'warning',
            `The override “${words}” changes nothing: the text is read that way without it. Remove it from overrides.yaml.`,
          )
        : finding(
            'error',
            `Nothing in the source matches the override “${words}”. Compare its words with the source, or remove it from overrides.yaml.`,
          );
    });
}

function finding(severity: 'error' | 'warning', message: string): Finding {
  return { code: 'unmatched-override', severity, line: null, message };
}

function describeOverride(override: Override): string {
  const [[key, words]] = Object.entries(override) as [[string, string]];
  return `${key}: ${words}`;
}
