import { facetNamesSchema, type FacetNames } from '../schemas/facet-names.ts';
import { referencesFileSchema, type Reference } from '../schemas/references.ts';
import { glossarySchema, type Term } from '../schemas/glossary.ts';
import { synonymsSchema } from '../schemas/synonyms.ts';
import { readHandKept } from './files/hand-kept.ts';
import { keepsOwn } from './files/shipped.ts';

/** The glossary's terms; none for a book that keeps none of its own. */
export const readGlossary = (dir: string): Term[] =>
  keepsOwn(dir, 'glossary.yaml')
    ? readHandKept(dir, 'glossary.yaml', glossarySchema, { terms: [] }).terms
    : [];

/** English names of facet values. */
export const readFacetNames = (dir: string): FacetNames => readHandKept(dir, 'facets.yaml', facetNamesSchema);

/** Groups of words that may replace one another in a search. */
export const readSynonyms = (dir: string): string[][] =>
  readHandKept(dir, 'synonyms.yaml', synonymsSchema, { groups: [] }).groups;

/** An editor's decisions about mentions of chapters, rules and cases in the text. */
export const readReferences = (dir: string): Reference[] =>
  readHandKept(dir, 'references.yaml', referencesFileSchema, []);
