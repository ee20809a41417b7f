import type { z } from 'zod';
import { KeptValues } from '../../freshness/kept-values.ts';
import { fingerprintFor } from '../../freshness/makers.ts';
import { yamlValue } from '../../lib/yaml-value.ts';

/**
 * Thrown for a file that isn't as expected. The message has its path, each field, what was expected, and what
 * to do.
 */
export class ContentError extends Error {
  override name = 'ContentError';
}

const kept = new KeptValues<unknown>('yaml', () => fingerprintFor('yaml'));

/**
 * Read YAML that people may have edited.
 * @param path named in the message
 * @throws ContentError if it isn't YAML; the message names the line
 */
export function parseYaml(path: string, text: string): unknown {
  try {
    return kept.of(text, () => yamlValue(text));
  } catch (error) {
    throw new ContentError(
      `${path}: expected YAML. ${(error as Error).message.trim()}\nMend that line, or restore the file from version control.`,
      { cause: error },
    );
  }
}

/** Each thing that a schema found wrong, a line each: the field, and what was expected there. */
export const listIssues = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`).join('\n');
