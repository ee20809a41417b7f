import { facetNamesSchema, type FacetNames } from '../schemas/facet-names.ts';
import { referencesFileSchema, type Reference } from '../schemas/references.ts';
import { glossarySchema, type Term } from '../schemas/glossary.ts';
import { synonymsSchema } from '../schemas/synonyms.ts';
import { readHandKept } from './files/hand-kept.ts';
import { describesBook } from './files/shipped.ts';

/** The terms of the book's own glossary; none if it has no glossary. */
export const readGlossary = (dir: string): Term[] =>
  describesBook(dir, 'glossary.yaml')
    ? readHandKept(dir, 'glossary.yaml', glossarySchema, { terms: [] }).terms
    : [];

/** English names of facet values. */
export const readFacetNames = (dir: string): FacetNames => readHandKept(dir, 'facets.yaml', facetNamesSchema);

/** Groups of words that a search takes for one another. */
export const readSynonyms = (dir: string): string[][] =>
  readHandKept(dir, 'synonyms.yaml', synonymsSchema, { groups: [] }).groups;

/** An editor's decisions about mentions of chapters, rules and cases in the text. */
export const readReferences = (dir: string): Reference[] =>
  readHandKept(dir, 'references.yaml', referencesFileSchema, []);
