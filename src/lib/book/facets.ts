import type { Localized } from '../../schemas/localized.ts';

/** Facets of cases, in the order of a page. */
export const facetNames = ['outcome', 'industry', 'role', 'country', 'place', 'year', 'chapter'] as const;
export type FacetName = (typeof facetNames)[number];

export interface FacetLabel {
  /** Unique within its facet; part of an address. */
  slug: string;
  label: Localized;
}

/** An entry's facet values. */
export interface CaseFacets {
  id: string;
  labels: Partial<Record<FacetName, FacetLabel[]>>;
}

export interface FacetValue extends FacetLabel {
  /** Ids of the entries that have it, in the given order. */
  ids: string[];
}

export interface Facet {
  name: FacetName;
  values: FacetValue[];
}

/** Facets with an order of their own; in the others the most frequent value comes first. */
const ordered = new Set<FacetName>(['year', 'chapter']);

/** Collect the facet values of all entries. A facet without values is left out. */
export function collectFacets(entries: readonly CaseFacets[]): Facet[] {
  return facetNames
    .map((name) => {
      const values = new Map<string, FacetValue>();
      for (const { id, labels } of entries) {
        for (const { slug, label } of labels[name] ?? []) {
          const value = values.get(slug) ?? { slug, label, ids: [] };
          if (!value.ids.includes(id)) value.ids.push(id);
          values.set(slug, value);
        }
      }
      const bySlug = (a: FacetValue, b: FacetValue) => a.slug.localeCompare(b.slug, 'en', { numeric: true });
      const byCount = (a: FacetValue, b: FacetValue) => b.ids.length - a.ids.length || bySlug(a, b);
      return { name, values: [...values.values()].sort(ordered.has(name) ? bySlug : byCount) };
    })
    .filter(({ values }) => values.length > 0);
}
