import { z } from 'zod';
import { caseIdSchema, chapterIdSchema, permalinkSchema, ruleIdSchema, sourceSchema } from './identifiers.ts';
import { localizedListSchema, localizedSchema } from './localized.ts';

/** Facts about a case, from its text or an editor; unknown ones are absent. Values are Chinese. */
export const facetsSchema = z.strictObject({
  years: z.array(z.int().min(1000).max(2999)).nonempty().optional(),
  places: z.array(z.string().min(1)).nonempty().optional(),
  roles: z.array(z.string().min(1)).nonempty().optional(),
  industries: z.array(z.string().min(1)).nonempty().optional(),
  outcome: z.enum(['success', 'failure', 'mixed']).optional(),
});
export type Facets = z.infer<typeof facetsSchema>;

const caseFields = z.strictObject({
  id: caseIdSchema,
  /** The rule that tells it. */
  rule: ruleIdSchema.optional(),
  /** The chapter that tells it, if that chapter has no rules. */
  chapter: chapterIdSchema.optional(),
  /** An anecdote is told, but has no outcome of its own. */
  kind: z.enum(['case', 'anecdote']),
  /** Where the facts come from; absent if the source doesn't tell. */
  basis: z.enum(['book', 'illustrative']).optional(),
  title: localizedSchema,
  summary: localizedSchema.optional(),
  keywords: localizedListSchema.optional(),
  facets: facetsSchema.optional(),
  detection: z.strictObject({
    method: z.enum(['marker', 'cues', 'override']),
    /** 0 to 1. */
    confidence: z.number().min(0).max(1),
    cues: z.array(z.string()),
  }),
  permalink: permalinkSchema,
  source: sourceSchema,
});

/** Frontmatter of `cases/01-02-1.md`, or of `cases/01-00-1.md` for a case of a chapter without rules. */
export const caseSchema = caseFields
  .refine(({ rule, chapter }) => (rule === undefined) !== (chapter === undefined), {
    message: 'Expected either the rule or the chapter that tells the case.',
    path: ['rule'],
  })
  .refine(({ id, rule, chapter }) => id.startsWith(rule === undefined ? `${chapter}-00-` : `${rule}-`), {
    message: 'Expected an id made from that of the rule (01-02-1) or of the chapter (01-00-1).',
    path: ['id'],
  });
export type Case = z.infer<typeof caseSchema>;
