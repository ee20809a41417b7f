import { z } from 'zod';
import { chapterIdSchema, permalinkSchema, ruleIdSchema, sourceSchema } from './identifiers.ts';
import { localizedListSchema, localizedSchema } from './localized.ts';

/** Frontmatter of `rules/01-02.md`. */
export const ruleSchema = z.strictObject({
  id: ruleIdSchema,
  chapter: chapterIdSchema,
  /** `<chapter>.<ordinal in chapter>`; the source's own numbering doesn't count. */
  number: z.string().regex(/^\d+\.\d+$/),
  /** As printed, if that differs from `number`: 第二十二条, 3.2, 一、. */
  label: z.string().min(1).optional(),
  title: localizedSchema,
  /** Absent for a rule without text. */
  summary: localizedSchema.optional(),
  keywords: localizedListSchema.optional(),
  page: z.int().nonnegative().nullable(),
  /** `partial`: the source ends inside it; `missing`: in the table of contents, no text in the source. */
  status: z.enum(['complete', 'partial', 'missing']),
  permalink: permalinkSchema,
  /** Absent for a rule without text. */
  source: sourceSchema.optional(),
});
export type Rule = z.infer<typeof ruleSchema>;
