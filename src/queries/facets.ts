import { classifyCase } from '../edition/classify-case.ts';
import { contentDir } from '../edition/files/environment.ts';
import { readFacetNames } from '../edition/vocabulary.ts';
import { readBookLanguage } from '../edition/names/book-file.ts';
import { traditional } from '../lib/language/traditional.ts';
import { reading } from '../i18n/reading.ts';
import { collectFacets, type Facet, type FacetLabel, type CaseFacets } from '../lib/book/facets.ts';
import type { Case } from '../schemas/case.ts';
import { casesOfChapter, getBook } from './book.ts';
import { assertShown } from '../freshness/shown.ts';
import { memo } from './memo.ts';

/** English names of facet values. */
const getNames = memo(() => readFacetNames(contentDir));

const yearLabel = (year: string): FacetLabel => ({ slug: year, label: { zh: year, en: year } });
/** Converts facet values, which are in Simplified characters, for a book in Traditional ones. */
const inBookScript = readBookLanguage(contentDir) === 'zh-Hant' ? traditional : undefined;

function facetsOfCase(entry: Case, chapter: { id: string; title: Case['title'] }): CaseFacets {
  const labels = classifyCase(entry.facets, getNames(), inBookScript);
  return {
    id: entry.id,
    labels: {
      // The id is the chapter's place in the book. Printed numbers may begin anew in each part.
      chapter: [{ slug: String(Number(chapter.id)), label: chapter.title }],
      ...labels,
      year: labels.year.map(yearLabel),
      outcome: labels.outcome.map((outcome) => ({
        slug: outcome,
        label: { zh: reading.zh.outcome[outcome], en: reading.en.outcome[outcome] },
      })),
    },
  };
}

async function facetsOfCases(): Promise<Map<string, CaseFacets>> {
  const { chapters } = await getBook();
  return new Map(
    chapters.flatMap((chapter) =>
      casesOfChapter(chapter).map((entry) => [entry.id, facetsOfCase(entry, chapter)] as const),
    ),
  );
}

/** The facet values of each case, by id, in reading order. */
const getAll = memo(facetsOfCases);

export async function getFacetsOfCases(): Promise<Map<string, CaseFacets>> {
  assertShown('facets of all cases');
  return await getAll();
}

/** The facet values of one case. */
export async function getFacetsOfCase(id: string): Promise<CaseFacets | undefined> {
  assertShown(`cases/${id}`);
  return (await getAll()).get(id);
}

/** The facets of the book's cases with all their values. Facets without values are left out. */
export async function getFacets(): Promise<Facet[]> {
  return collectFacets([...(await getFacetsOfCases()).values()]);
}
