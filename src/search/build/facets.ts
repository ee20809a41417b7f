import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { handKept } from '../../edition/environment.ts';
import { chapterOf, type FacetLabels, type FacetName } from '../format/records.ts';
import { slugOf } from '../../lib/slug.ts';
import type { Facets } from '../../schemas/case.ts';
import { facetNamesSchema, type FacetNames } from '../../schemas/facet-names.ts';

/** What an entry is filed under: slugs by facet, and what readers call them. */
export interface FiledUnder {
  slugs: Partial<Record<FacetName, string[]>>;
  labels: FacetLabels;
}

/** The edition's names of facet values; throws a `ZodError` on a malformed `facets.yaml`. */
export function readFacetNames(contentDir: string): FacetNames {
  const path = handKept(contentDir, 'facets.yaml');
  return facetNamesSchema.parse(path === undefined ? {} : parse(readFileSync(path, 'utf8')));
}

/** File an entry as the case library does: a place under its country, everything under the slug of its English name. */
export function fileUnder(id: string, facets: Facets | undefined, names: FacetNames): FiledUnder {
  const filed: FiledUnder = { slugs: { chapter: [chapterOf(id)] }, labels: {} };
  const file = (facet: FacetName, chinese: string, english: string | undefined) => {
    const slug = slugOf(chinese, english);
    const slugs = (filed.slugs[facet] ??= []);
    if (!slugs.includes(slug)) slugs.push(slug);
    (filed.labels[facet] ??= {})[slug] = english === undefined ? [chinese] : [chinese, english];
  };
  for (const industry of facets?.industries ?? []) file('industry', industry, names.industries[industry]);
  for (const role of facets?.roles ?? []) file('role', role, names.roles[role]);
  for (const place of facets?.places ?? []) {
    const countries = place in names.countries ? [place] : (names.places[place]?.in ?? []);
    for (const country of countries) file('country', country, names.countries[country]);
  }
  if (facets?.years) filed.slugs.year = facets.years.map(String);
  if (facets?.outcome) filed.slugs.outcome = [facets.outcome];
  return filed;
}
