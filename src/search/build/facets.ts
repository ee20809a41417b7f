import { classifyCase } from '../../edition/classify-case.ts';
import type { Facets } from '../../schemas/case.ts';
import type { FacetNames } from '../../schemas/facet-names.ts';
import { chapterOf, type FacetLabels, type FacetName } from '../format/records.ts';

/** The facet values of an entry: slugs by facet, and their names for readers. */
export interface EntryFacets {
  slugs: Partial<Record<FacetName, string[]>>;
  labels: FacetLabels;
}

/**
 * The facet values of an entry in the search: those of the case library, but countries instead of places.
 * @param write puts a value into the book's script
 */
export function facetsOfEntry(
  id: string,
  facets: Facets | undefined,
  names: FacetNames,
  write?: (simplified: string) => string,
): EntryFacets {
  const found: EntryFacets = { slugs: { chapter: [chapterOf(id)] }, labels: {} };
  const labels = classifyCase(facets, names, write);
  for (const facet of ['industry', 'role', 'country'] as const) {
    if (labels[facet].length === 0) continue;
    found.slugs[facet] = labels[facet].map(({ slug }) => slug);
    found.labels[facet] = Object.fromEntries(
      labels[facet].map(({ slug, label }) => [
        slug,
        label.en === undefined ? [label.zh] : [label.zh, label.en],
      ]),
    );
  }
  for (const facet of ['year', 'outcome'] as const) {
    if (labels[facet].length > 0) found.slugs[facet] = labels[facet];
  }
  return found;
}
