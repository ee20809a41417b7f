import { z } from 'zod';
import { codePattern } from './code-pattern.ts';

/** `01`: two digits at least. */
export const chapterIdSchema = z.string().regex(/^\d{2,}$/, 'Expected a chapter id such as 01.');
/** `01-02`: second rule of chapter 1, in table-of-contents order. */
export const ruleIdSchema = z.string().regex(/^\d{2,}-\d{2,}$/, 'Expected a rule id such as 01-02.');
/** `01-02-1`: first case of rule 01-02; `01-00-1`: first case of chapter 01, which has no rules. */
export const caseIdSchema = z.string().regex(/^\d{2,}-\d{2,}-\d+$/, 'Expected a case id such as 01-02-1.');
/** Permanent code: five characters or more of an alphabet without look-alikes (no 0, 1, i, l, o, u). */
export const permalinkSchema = z
  .string()
  .regex(new RegExp(`^${codePattern}$`), 'Expected a permanent code such as k7mq2.');
/** First and last source line, counted from 1, both included. */
export const sourceSchema = z.strictObject({
  lines: z.tuple([z.int().positive(), z.int().positive()]),
});
