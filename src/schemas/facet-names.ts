import { z } from 'zod';

const words = z.string().min(1);
const english = z.record(words, words).default({});

/** `facets.yaml`: English names of facet values, by the Chinese in frontmatter. */
export const facetNamesSchema = z.strictObject({
  industries: english,
  roles: english,
  countries: english,
  /** `in` names the country; a case set in the place has both as values. */
  places: z.record(words, z.strictObject({ en: words, in: words.optional() })).default({}),
});
export type FacetNames = z.infer<typeof facetNamesSchema>;
