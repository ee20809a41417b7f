import type { FacetLabel } from '../lib/book/facets.ts';
import { slugOf } from './slug.ts';
import type { Facets } from '../schemas/case.ts';
import type { FacetNames } from '../schemas/facet-names.ts';
import { own } from '../lib/own.ts';

/** The facet values of a case, but for its chapter. */
export interface CaseLabels {
  industry: FacetLabel[];
  role: FacetLabel[];
  /** Countries, also those that its places are in. */
  country: FacetLabel[];
  /** Places that are no countries. */
  place: FacetLabel[];
  /** Slugs alone: years and outcomes are named by the pages that show them. */
  year: string[];
  outcome: NonNullable<Facets['outcome']>[];
}

/**
 * Name the facet values of a case. A slug is made of the English name. The country of each place counts as well.
 * @param write a value, which is in Simplified characters, in the book's script
 */
export function classifyCase(
  facets: Facets | undefined,
  names: FacetNames,
  write: (simplified: string) => string = (text) => text,
): CaseLabels {
  const labels = (values: readonly string[] | undefined, englishOf: (value: string) => string | undefined) =>
    labelsOf(values, englishOf, write);
  const { industries, roles, countries, places } = names;
  const isCountry = (place: string) => own(countries, place) !== undefined;
  const settings = facets?.places ?? [];
  const lands = settings.flatMap((place) => (isCountry(place) ? [place] : (own(places, place)?.in ?? [])));
  return {
    industry: labels(facets?.industries, (value) => own(industries, value)),
    role: labels(facets?.roles, (value) => own(roles, value)),
    country: labels(lands, (value) => own(countries, value)),
    place: labels(
      settings.filter((place) => !isCountry(place)),
      (value) => own(places, value)?.en,
    ),
    year: [...new Set(facets?.years?.map(String))],
    outcome: facets?.outcome === undefined ? [] : [facets.outcome],
  };
}

/** A label for each value, in the given order; two values with one slug are one. */
function labelsOf(
  values: readonly string[] = [],
  englishOf: (value: string) => string | undefined,
  write: (simplified: string) => string,
): FacetLabel[] {
  const bySlug = new Map<string, FacetLabel>();
  for (const value of values) {
    const [zh, en] = [write(value), englishOf(value)];
    const slug = slugOf(value, en);
    if (!bySlug.has(slug)) bySlug.set(slug, { slug, label: en === undefined ? { zh } : { zh, en } });
  }
  return [...bySlug.values()];
}
