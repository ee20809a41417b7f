import { z } from 'zod';
import { sourceSchema } from './identifiers.ts';

/** Frontmatter of `front/01.md`: one section of the text before the first chapter. */
export const frontSchema = z.strictObject({
  /** As printed; absent for lines without a heading above them. */
  heading: z.string().min(1).optional(),
  kind: z.enum(['abstract', 'imprint', 'authors', 'preface', 'other']),
  source: sourceSchema,
});
export type Front = z.infer<typeof frontSchema>;
