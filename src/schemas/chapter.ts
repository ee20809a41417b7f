import { z } from 'zod';
import { chapterIdSchema, permalinkSchema, sourceSchema } from './identifiers.ts';
import { localizedListSchema, localizedSchema } from './localized.ts';

/** Frontmatter of `chapters/01.md`; the body is the chapter's opening, before its first rule. */
export const chapterSchema = z.strictObject({
  id: chapterIdSchema,
  /** As printed in the source: 第廿一章 is 21. */
  number: z.int().nonnegative(),
  title: localizedSchema,
  epigraph: z.strictObject({ text: localizedSchema, by: localizedSchema.optional() }).optional(),
  summary: localizedSchema.optional(),
  keywords: localizedListSchema.optional(),
  /** Printed page; `null` when the source gives none. */
  page: z.int().nonnegative().nullable(),
  permalink: permalinkSchema,
  /** Absent for a chapter that stands in the table of contents alone. */
  source: sourceSchema.optional(),
});
export type Chapter = z.infer<typeof chapterSchema>;
