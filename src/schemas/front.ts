import { z } from 'zod';
import { sourceSchema } from './identifiers.ts';

/** Frontmatter of `front/01.md`: one section of what stands before the first chapter. */
export const frontSchema = z.strictObject({
  /** As printed; absent for lines that stand under no heading. */
  heading: z.string().min(1).optional(),
  kind: z.enum(['abstract', 'imprint', 'authors', 'preface', 'other']),
  source: sourceSchema,
});
export type Front = z.infer<typeof frontSchema>;
