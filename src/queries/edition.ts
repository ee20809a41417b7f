import { site } from '../site.config.ts';
import { getReport } from './report.ts';

/** Name of the source where it is a reader's own text; `undefined` for the edition that the project ships. */
export async function getOwnSource(): Promise<string | undefined> {
  const name = (await getReport())?.source.name;
  return name === site.shippedSource ? undefined : name;
}
