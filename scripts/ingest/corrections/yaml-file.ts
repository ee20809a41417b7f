import { z } from 'zod';
import { KeptValues } from '../../../src/freshness/kept-values.ts';
import { fingerprintFor } from '../../../src/freshness/makers.ts';
import { yamlValue } from '../../../src/lib/yaml-value.ts';
import { projectRoot } from '../../lib/environment.ts';
import { InputError } from '../input-error.ts';

/** What each file held when it was read last: a desk and `npm run dev` read them at every change of the text. */
const lastRead = new Map<string, { yaml: string; data: unknown }>();
/** What long files hold, read and checked, between runs of the command: that takes a tenth of the time of doing so again. */
const kept = new KeptValues<unknown>(
  'hand-kept',
  () => fingerprintFor('handKept', { project: projectRoot }),
  {
    maxUnused: 2,
  },
);
/** A shorter text is read sooner than looked up. */
const minKeptLength = 4_000;

/**
 * Read a hand-kept YAML file. If it is empty, the result is `empty`.
 * @param schema always the same for files of one name
 * @throws InputError if it isn't YAML or breaks the schema; the message names the file and each place.
 */
export function readYaml<T extends z.ZodType>(
  name: string,
  yaml: string,
  schema: T,
  empty: unknown,
): z.infer<T> {
  const read = () => checked(name, parsed(name, yaml) ?? empty, schema);
  return yaml.length < minKeptLength ? read() : (kept.of(`${name}\0${yaml}`, read) as z.infer<T>);
}

function parsed(name: string, yaml: string): unknown {
  const last = lastRead.get(name);
  if (last?.yaml === yaml) return last.data;
  try {
    const data = yamlValue(yaml);
    lastRead.set(name, { yaml, data });
    return data;
  } catch (error) {
    throw new InputError(`${name} is no YAML: ${(error as Error).message}`, { cause: error });
  }
}

function checked<T extends z.ZodType>(name: string, data: unknown, schema: T): z.infer<T> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new InputError(
    `${name} isn't as expected. Mend it and run ingest again.\n${firstProblems(result.error)}`,
  );
}

const maxProblems = 20;
const maxProblemsLength = 4_000;

/** The problems of a file, as many as can be read. */
function firstProblems({ issues }: z.ZodError): string {
  const text = z.prettifyError(new z.ZodError(issues.slice(0, maxProblems)));
  const isWhole = issues.length <= maxProblems && text.length <= maxProblemsLength;
  return isWhole ? text : `${text.slice(0, maxProblemsLength)}\n… and more`;
}
