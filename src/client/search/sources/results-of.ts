import type { Answer, Hit } from '../../../search/browser/answer.ts';
import type { FacetLabels } from '../../../search/format/records.ts';
import { facetNames } from '../../../search/format/records.ts';
import { countFacets, passes, type Narrowing } from '../../../search/query/rank/facets.ts';
import type { Asked, Results, ShownHit } from './source.ts';

/** Whether a question needs facets: results are narrowed, or the reader has opened the filters. */
export const needsFacets = ({ narrowing, scope, looking }: Asked): boolean =>
  looking || Object.keys({ ...narrowing, ...scope }).length > 0;

const passing = (hits: readonly Hit[], chosen: Narrowing): readonly Hit[] =>
  Object.keys(chosen).length === 0 ? hits : hits.filter(({ record }) => record && passes(record, chosen));

/** The part of an answer that a question asks for. */
export async function resultsOf(
  { hits: found, ...answered }: Answer,
  { narrowing, scope, shown }: Asked,
  labels: FacetLabels,
  show: (hit: Hit) => Promise<ShownHit>,
): Promise<Results> {
  const all = passing(found, scope);
  const chosen = { ...narrowing, ...scope };
  const hits = passing(all, chosen);
  const records = all.map(({ record }) => record).filter((record) => record !== undefined);
  return {
    ...answered,
    hits: await Promise.all(hits.slice(0, shown).map(show)),
    total: hits.length,
    all: all.length,
    facets: countFacets(records, chosen, ['type', ...facetNames]),
    labels,
  };
}
