import { z } from 'zod';

/** Permanent: a code is a check's file name, a fixture's folder and the word people search for. */
export const findingCodes = [
  'encoding',
  'truncated',
  'missing-body',
  'extra-heading',
  'toc-mismatch',
  'page-order',
  'no-toc',
  'duplicate-title',
  'repeated-furniture',
  'rejoined',
  'unsafe-title',
  'control-chars',
  'untranslated',
  'low-confidence-case',
  'hand-edited',
  'unmatched-override',
  'front-heavy',
  'unsure-chapters',
  'numbered-text',
  'restarted-numbers',
  'unknown-unit',
  'no-headings',
  'plain-outline',
  'all-narrative',
  'untitled-case',
  'left-out',
  'missing-glyph',
  'unsafe-content',
  'missing-code',
  'retired-codes',
  'stale-translation',
] as const;

export const findingSchema = z.strictObject({
  code: z.enum(findingCodes),
  severity: z.enum(['error', 'warning', 'info']),
  /** Source line, counted from 1; `null` where a finding concerns no line (a hand-edited file). */
  line: z.int().positive().nullable(),
  /** Where its owner finds it in a source without lines: a page, a paragraph under a heading, a file of an EPUB. */
  place: z.string().optional(),
  message: z.string().min(1),
});
export type Finding = z.infer<typeof findingSchema>;

/** A level of the outline: what its headings look like, how many there are, and why they were taken for headings. */
const outlineLevelSchema = z.strictObject({
  level: z.enum(['part', 'chapter', 'rule', 'section']),
  /** Its first heading, as printed. */
  form: z.string(),
  /** Its source line. Absent in reports of earlier versions. */
  line: z.int().positive().optional(),
  count: z.int().nonnegative(),
  why: z.array(z.string()),
  /** What else could have headed this level, and why it does not. */
  others: z.array(z.string()).optional(),
});
export type OutlineLevel = z.infer<typeof outlineLevelSchema>;

/** `report.json`, written last: what the ingest read, placed, dropped and found. */
export const reportSchema = z.strictObject({
  source: z.strictObject({
    name: z.string(),
    format: z.enum(['text', 'markdown', 'docx', 'epub', 'html', 'pdf', 'folder']).optional(),
    encoding: z.enum(['UTF-8', 'GB18030', 'BIG5', 'UTF-16LE', 'UTF-16BE']),
    sha256: z.string(),
    characters: z.int().nonnegative(),
  }),
  counts: z.strictObject({
    chapters: z.int(),
    rules: z.int(),
    cases: z.int(),
    anecdotes: z.int(),
    /** Rules whose status is not `missing`. */
    withBody: z.int(),
  }),
  /** Page-break joins: a paragraph cut in three counts two. */
  rejoined: z.int(),
  /** The levels that were chosen, the highest first. Absent in reports of earlier versions. */
  outline: z.array(outlineLevelSchema).optional(),
  /** In non-space characters; placed + dropped = nonSpace. */
  accounting: z.strictObject({ nonSpace: z.int(), placed: z.int(), dropped: z.int() }),
  dropped: z.array(z.strictObject({ line: z.int(), text: z.string(), reason: z.string() })),
  findings: z.array(findingSchema),
  /** Ids with a text that has no English, with the field: `01-02.title`. */
  untranslated: z.array(z.string()),
});
export type Report = z.infer<typeof reportSchema>;
