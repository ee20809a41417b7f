import type { Rung } from '../query/match/exactly.ts';
import {
  countFacets,
  orderedCount,
  passes,
  type FacetCount,
  type Faceted,
  type Narrowing,
} from '../query/rank/facets.ts';
import { listSize } from './names.ts';
import { chosenOf, idOf, type EngineHit, type EngineResults, type Wanted } from './results.ts';

/** One way to read a query, with what it finds: results of the engine, or a list of all that there is. */
export type QueryReading = {
  rung: Rung;
  terms: string[];
  /** Words of the query that are nowhere. */
  missing?: readonly string[];
} & (
  | { results: EngineResults; ask: (wanted: Wanted) => Promise<EngineResults>; list?: undefined }
  | { list: EngineHit[]; results?: undefined }
);

/** If several readings find something, at most this many results of each are merged. */
const maxListed = 1000;

const faceted = (hit: EngineHit): Faceted => ({
  type: hit.type,
  facets: { ...hit.facets, book: [hit.book] },
});
const passing = (hits: readonly EngineHit[], narrowing: Narrowing): EngineHit[] =>
  hits.filter((hit) => passes(faceted(hit), narrowing));

/**
 * What all readings of a query find, the pages that a number names first, then one reading after the other, each page once.
 *
 * @param named found beforehand; readings leave them out
 */
export async function inOrder(
  readings: readonly QueryReading[],
  named: readonly EngineHit[],
  wanted: Wanted,
): Promise<EngineResults> {
  const [first, ...others] = readings;
  if (first?.results && others.length === 0) return withNamed(first.results, named, wanted);
  const lists = await Promise.all(readings.map(wholeList));
  return ofList([...named, ...lists.flat()], wanted);
}

/** Results of the engine behind a few pages that are at hand. */
function withNamed(results: EngineResults, named: readonly EngineHit[], wanted: Wanted): EngineResults {
  if (named.length === 0) return results;
  const { from = 0, scope = {}, counted = [] } = wanted;
  const inScope = passing(named, scope);
  const chosen = chosenOf(wanted);
  const shown = passing(named, chosen);
  return {
    found: results.found + named.length,
    all: results.all + inScope.length,
    total: results.total + shown.length,
    hits: from === 0 ? [...shown, ...results.hits] : results.hits,
    facets: added(results.facets, countFacets(named.map(faceted), chosen, counted)),
  };
}

/** Counts of the same facets, added up. */
function added(all: readonly FacetCount[], more: readonly FacetCount[]): FacetCount[] {
  return all.map(({ name, values }) => {
    const others = more.find((each) => each.name === name)?.values ?? [];
    const counts = new Map(values.map(({ value, count }) => [value, count]));
    for (const { value, count } of others) counts.set(value, (counts.get(value) ?? 0) + count);
    return orderedCount(name, counts, undefined);
  });
}

/** Everything that a reading finds, without its text. */
async function wholeList(reading: QueryReading): Promise<EngineHit[]> {
  if (reading.list) return reading.list;
  const { results, ask } = reading;
  const places = Array.from({ length: Math.ceil(Math.min(results.found, maxListed) / listSize) });
  const parts = await Promise.all(places.map((_, index) => ask({ from: index * listSize, brief: true })));
  return parts.flatMap(({ hits }) => hits);
}

/** A list as if the engine had given it: all of it comes at once. */
function ofList(hits: readonly EngineHit[], wanted: Wanted): EngineResults {
  const { from = 0, scope = {}, counted = [] } = wanted;
  const each = new Map<string, EngineHit>();
  for (const hit of hits) if (!each.has(idOf(hit))) each.set(idOf(hit), hit);
  const found = [...each.values()];
  const all = passing(found, scope);
  const chosen = chosenOf(wanted);
  const total = passing(all, chosen);
  return {
    found: found.length,
    all: all.length,
    total: total.length,
    hits: from === 0 ? total : [],
    facets: countFacets(all.map(faceted), chosen, counted),
  };
}
