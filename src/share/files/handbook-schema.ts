import { z } from 'zod';
import { facetsSchema } from '../../schemas/case.ts';
import { chapterSchema } from '../../schemas/chapter.ts';
import { caseIdSchema, chapterIdSchema, permalinkSchema, ruleIdSchema } from '../../schemas/identifiers.ts';
import { localizedListSchema, localizedSchema } from '../../schemas/localized.ts';

/** Version of the format: its whole part changes when a reader of the old one would misread the new one. */
export const handbookVersion = '1.0';

const common = {
  title: localizedSchema,
  summary: localizedSchema.optional(),
  keywords: localizedListSchema.optional(),
  page: z.int().nonnegative().nullable().describe('Printed page; null when unknown.'),
  address: z
    .string()
    .regex(/^\//)
    .describe('Path of its Chinese page, the base path included; it may change.'),
  languages: z
    .array(z.enum(['zh', 'en']))
    .optional()
    .describe('Languages that its text is in; absent in files of earlier versions.'),
  permalink: permalinkSchema.describe('Permanent code; it never changes.'),
  url: z.url().describe('Permanent address, for use in slides and documents.'),
};

const label = z.string().optional().describe('Number as printed, where it says more: 第二十二条.');

/** `/handbook.json`. */
export const handbookSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal(handbookVersion),
  title: localizedSchema,
  url: z.url(),
  chapters: z.array(
    z.strictObject({
      id: chapterIdSchema,
      number: z.int().nonnegative().describe('As printed; it may start anew in each part.'),
      label,
      part: chapterSchema.shape.part,
      ...common,
    }),
  ),
  rules: z.array(
    z.strictObject({
      id: ruleIdSchema,
      number: z.string(),
      label,
      chapter: chapterIdSchema,
      status: z.enum(['complete', 'partial', 'missing']),
      ...common,
    }),
  ),
  cases: z.array(
    z.strictObject({
      id: caseIdSchema,
      number: z
        .string()
        .describe('Number of the rule or chapter that tells it, and which of its cases it is: 1.2-1.'),
      rule: ruleIdSchema.optional().describe('Absent where a chapter without rules tells it.'),
      chapter: chapterIdSchema.optional().describe('The chapter that tells it, where no rule does.'),
      kind: z.enum(['case', 'anecdote']),
      basis: z.enum(['book', 'illustrative']).optional(),
      facets: facetsSchema.optional(),
      ...common,
    }),
  ),
});
export type Handbook = z.infer<typeof handbookSchema>;

/** `/handbook.schema.json`: the same as JSON Schema, draft 2020-12. */
export const handbookJsonSchema = (): object => z.toJSONSchema(handbookSchema, { target: 'draft-2020-12' });
