import { z } from 'zod';
import { facetsSchema } from './case.ts';

const words = z.string().min(1);

/**
 * The line of a correction's words. With it, the correction applies to that line alone; without it, to every
 * line with these words.
 */
const place = {
  /** Number of the line in the edition that the correction was made in. */
  line: z.int().positive().optional(),
  /** The end of the text above and the beginning of the text below it, by which it is found again in another edition. */
  between: z.tuple([z.string(), z.string()]).optional(),
  /** Set if other lines had the same words. */
  repeated: z.literal(true).optional(),
};

/** What each kind of correction holds, by the key that names the kind. */
const forms = {
  heading: 'heading: …, as: part, chapter, rule, section or prose',
  join: 'join: …',
  split: 'split: …',
  drop: 'drop: …',
  case: 'case: …, last: … (and title, kind, basis), or case: …, as: exposition',
  entry: 'entry: … with title, summary, keywords, facets, kind or basis',
} as const;

/** A correction as a message shows it: `heading: 要领, as: chaptre`. */
function shown(input: unknown): string {
  const text =
    typeof input === 'object' && input !== null && !Array.isArray(input)
      ? Object.entries(input)
          .map(([key, value]) => `${key}: ${String(value)}`)
          .join(', ')
      : String(input);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** The message for a correction that is none. A union's own says neither what is wrong nor what would be right. */
function expectedForm(input: unknown): string {
  const kind =
    typeof input === 'object' && input !== null
      ? Object.entries(forms).find(([key]) => key in input)
      : undefined;
  return `Expected ${kind ? kind[1] : `one of ${Object.keys(forms).join(', ')}`}, but found “${shown(input)}”.`;
}

/**
 * Corrections of a line, a paragraph, a case or an entry. Words are compared without spaces and letter widths.
 */
export const overrideSchema = z.union(
  [
    /** The line with these words is a heading of this level, or is text of the book (`prose`). */
    z.strictObject({ heading: words, as: z.enum(['part', 'chapter', 'rule', 'section', 'prose']), ...place }),
    /** The paragraph that ends with these words goes on in the next one. */
    z.strictObject({ join: words, ...place }),
    /** A paragraph starts with these words, whether a line does or not. */
    z.strictObject({ split: words, ...place }),
    /** The lines that consist of these words are left out. */
    z.strictObject({ drop: words, ...place }),
    /** The case from the paragraph that starts with these words to the one that ends with `last`. */
    z.strictObject({
      case: words,
      last: words,
      title: words.optional(),
      kind: z.enum(['case', 'anecdote']).optional(),
      basis: z.enum(['book', 'illustrative']).optional(),
      ...place,
    }),
    /** What was found there is no case. */
    z.strictObject({ case: words, as: z.literal('exposition'), ...place }),
    /** Chapter, rule or case with this title, or the case that starts with these words. */
    z.strictObject({
      entry: words,
      title: words.optional(),
      summary: words.optional(),
      keywords: z.array(words).min(1).optional(),
      facets: facetsSchema.optional(),
      kind: z.enum(['case', 'anecdote']).optional(),
      basis: z.enum(['book', 'illustrative']).optional(),
      ...place,
    }),
  ],
  { error: ({ input }) => expectedForm(input) },
);
export type Override = z.infer<typeof overrideSchema>;

/** `overrides.yaml`: corrections by the name of the source file that they hold for. */
export const overridesFileSchema = z.record(z.string(), z.array(overrideSchema));
