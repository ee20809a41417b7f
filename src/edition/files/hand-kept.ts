import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { textOfFile } from './read-text.ts';
import { ContentError, listIssues, parseYaml } from './yaml-text.ts';

/** Files of `content/` that people write. */
export const handKeptFiles = [
  'translations.yaml',
  'overrides.yaml',
  'synonyms.yaml',
  'glossary.yaml',
  'facets.yaml',
  'references.yaml',
] as const;
export type HandKept = (typeof handKeptFiles)[number];

/** Where a hand-kept file is: in the edition's own folder, else in the shipped edition's; `undefined` if in neither. */
export function handKeptPath(
  dir: string,
  name: HandKept,
  shipped: string = resolve('content'),
): string | undefined {
  return [join(dir, name), join(shipped, name)].find((path) => existsSync(path));
}

/** Text of a hand-kept file; empty if there is none. */
export function handKeptText(dir: string, name: HandKept, shipped?: string): string {
  const path = handKeptPath(dir, name, shipped);
  return path === undefined ? '' : textOfFile(path, readFileSync(path));
}

/**
 * Read a hand-kept file. If the file is missing or empty, the result is `empty`.
 * @throws ContentError if it isn't YAML or breaks the schema; the message names the file and each place
 */
export function readHandKept<T extends z.ZodType>(
  dir: string,
  name: HandKept,
  schema: T,
  empty: unknown = {},
): z.infer<T> {
  const path = handKeptPath(dir, name) ?? name;
  const result = schema.safeParse(parseYaml(path, handKeptText(dir, name)) ?? empty);
  if (result.success) return result.data;
  throw new ContentError(
    `${path} isn't as expected. Mend it and run the command again.\n${listIssues(result.error)}`,
  );
}
