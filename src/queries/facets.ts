import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { contentDir, handKept } from '../edition/environment.ts';
import { reading } from '../i18n/reading.ts';
import { collectFacets, type Facet, type FacetLabel, type Filed } from '../lib/facets.ts';
import { slugOf } from '../lib/slug.ts';
import type { Case } from '../schemas/case.ts';
import { facetNamesSchema, type FacetNames } from '../schemas/facet-names.ts';
import { casesOfChapter, getBook } from './book.ts';

let names: FacetNames | undefined;

/** English of facet values; throws a `ZodError` on a malformed `facets.yaml`. */
function getNames(): FacetNames {
  const path = handKept(contentDir, 'facets.yaml');
  return (names ??= facetNamesSchema.parse(path === undefined ? {} : parse(readFileSync(path, 'utf8'))));
}

const labelled = (chinese: string, english: string | undefined): FacetLabel => ({
  slug: slugOf(chinese, english),
  label: english === undefined ? { zh: chinese } : { zh: chinese, en: english },
});

function fileCase(entry: Case, { number, title }: { number: number; title: Case['title'] }): Filed {
  const { industries, roles, countries, places } = getNames();
  const { facets = {} } = entry;
  const isCountry = (place: string) => place in countries;
  const settings = facets.places ?? [];
  const lands = settings.flatMap((place) => (isCountry(place) ? [place] : (places[place]?.in ?? [])));
  return {
    id: entry.id,
    labels: {
      chapter: [{ slug: String(number), label: title }],
      industry: (facets.industries ?? []).map((value) => labelled(value, industries[value])),
      role: (facets.roles ?? []).map((value) => labelled(value, roles[value])),
      country: [...new Set(lands)].map((value) => labelled(value, countries[value])),
      place: settings.filter((place) => !isCountry(place)).map((place) => labelled(place, places[place]?.en)),
      year: (facets.years ?? []).map((year) => ({
        slug: String(year),
        label: { zh: String(year), en: String(year) },
      })),
      outcome: facets.outcome
        ? [
            {
              slug: facets.outcome,
              label: { zh: reading.zh.outcome[facets.outcome], en: reading.en.outcome[facets.outcome] },
            },
          ]
        : [],
    },
  };
}

let filed: Promise<Map<string, Filed>> | undefined;

async function fileCases(): Promise<Map<string, Filed>> {
  const { chapters } = await getBook();
  return new Map(
    chapters.flatMap((chapter) =>
      casesOfChapter(chapter).map((entry) => [entry.id, fileCase(entry, chapter)] as const),
    ),
  );
}

/** What each case is filed under, by id, in reading order. */
export function getFiled(): Promise<Map<string, Filed>> {
  return (filed ??= fileCases());
}

/** All that cases are filed under; a facet that no case has is left out. */
export async function getFacets(): Promise<Facet[]> {
  return collectFacets([...(await getFiled()).values()]);
}
