import { z } from 'zod';
import { KeptValues } from '../../../src/freshness/kept-values.ts';
import { fingerprintFor } from '../../../src/freshness/makers.ts';
import { yamlValue } from '../../../src/lib/yaml-value.ts';
import { projectRoot } from '../../lib/environment.ts';
import { InputError } from '../input-error.ts';

/** What each file held when it was read last: a desk and `npm run dev` read them at every change of the text. */
const lastRead = new Map<string, { yaml: string; data: unknown }>();
/** The same between runs of the command. Of a long file, that takes a tenth of the time of parsing it. */
const kept = new KeptValues<unknown>('hand-kept', () => fingerprintFor('yaml', { project: projectRoot }), {
  maxUnused: 2,
});
/** A shorter text is parsed sooner than looked up. */
const minKeptLength = 4_000;

function parseAnew(name: string, yaml: string): unknown {
  const last = lastRead.get(name);
  if (last?.yaml === yaml) return last.data;
  const data = yaml.length < minKeptLength ? yamlValue(yaml) : kept.of(yaml, () => yamlValue(yaml));
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
