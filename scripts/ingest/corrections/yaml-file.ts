import { z } from 'zod';
import { yamlValue } from '../../../src/lib/yaml-value.ts';
import { InputError } from '../input-error.ts';

/** What each file held when it was read last: a desk and `npm run dev` read them at every change of the text. */
const lastRead = new Map<string, { yaml: string; data: unknown }>();

function parseAnew(name: string, yaml: string): unknown {
  const last = lastRead.get(name);
  if (last?.yaml === yaml) return last.data;
  const data = yamlValue(yaml);
  lastRead.set(name, { yaml, data });
  return data;
}

/**
 * Read a hand-kept YAML file. If it is empty, the result is `empty`.
 * @throws InputError if it isn't YAML or breaks the schema; the message names the file and each place.
 */
export function readYaml<T extends z.ZodType>(
  name: string,
  yaml: string,
  schema: T,
  empty: unknown,
): z.infer<T> {
  let data: unknown;
  try {
    data = parseAnew(name, yaml);
  } catch (error) {
    throw new InputError(`${name} is no YAML: ${(error as Error).message}`, { cause: error });
  }
  const result = schema.safeParse(data ?? empty);
  if (result.success) return result.data;
  throw new InputError(
    `${name} isn't as expected. Mend it and run ingest again.\n${z.prettifyError(result.error)}`,
  );
}
