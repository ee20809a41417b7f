import { z } from 'zod';
import { chapterIdSchema, permalinkSchema, sourceSchema } from './identifiers.ts';
import { localizedListSchema, localizedSchema } from './localized.ts';

/** Frontmatter of `chapters/01.md`; the body is the chapter's opening, before its first rule. */
export const chapterSchema = z.strictObject({
  id: chapterIdSchema,
  /** As printed in the source: 第廿一章 is 21. */
  number: z.int().nonnegative(),
  /** Heading number as printed, if it is more than `number`: 第廿一章, 卷三. */
  label: z.string().min(1).optional(),
  /** The part (篇, 卷, 编, 单元) that the chapter belongs to; absent if the book has none. */
  part: z
    .strictObject({
      /** Counted from 1 in reading order. */
      number: z.int().positive(),
      title: localizedSchema,
      /** As printed: 下篇, 第二编. */
      label: z.string().min(1).optional(),
    })
    .optional(),
  title: localizedSchema,
  epigraph: z.strictObject({ text: localizedSchema, by: localizedSchema.optional() }).optional(),
  summary: localizedSchema.optional(),
  keywords: localizedListSchema.optional(),
  /** Printed page; `null` when the source gives none. */
  page: z.int().nonnegative().nullable(),
  permalink: permalinkSchema,
  /** Absent if the chapter is in the table of contents alone. */
  source: sourceSchema.optional(),
});
export type Chapter = z.infer<typeof chapterSchema>;
