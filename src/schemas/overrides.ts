import { z } from 'zod';
import { facetsSchema } from './case.ts';

const words = z.string().min(1);

/** What an editor may say of a line, a paragraph, a case or an entry. Words are compared without spaces and letter widths. */
export const overrideSchema = z.union([
  /** The line with these words is a heading of a chapter or rule, or is none (`prose`). */
  z.strictObject({ heading: words, as: z.enum(['chapter', 'rule', 'prose']) }),
  /** The paragraph that ends with these words goes on in the next one. */
  z.strictObject({ join: words }),
  /** The lines that consist of these words are left out. */
  z.strictObject({ drop: words }),
  /** The case from the paragraph that starts with these words to the one that ends with `last`. */
  z.strictObject({
    case: words,
    last: words,
    title: words.optional(),
    kind: z.enum(['case', 'anecdote']).optional(),
    basis: z.enum(['book', 'illustrative']).optional(),
  }),
  /** What was found there is no case. */
  z.strictObject({ case: words, as: z.literal('exposition') }),
  /** Chapter, rule or case with this title, or the case that starts with these words. */
  z.strictObject({
    entry: words,
    title: words.optional(),
    summary: words.optional(),
    keywords: z.array(words).min(1).optional(),
    facets: facetsSchema.optional(),
    kind: z.enum(['case', 'anecdote']).optional(),
    basis: z.enum(['book', 'illustrative']).optional(),
  }),
]);
export type Override = z.infer<typeof overrideSchema>;

/** `overrides.yaml`: corrections by the name of the source file that they hold for. */
export const overridesFileSchema = z.record(z.string(), z.array(overrideSchema));
