import { z } from 'zod';

/** A term of the trade, as the glossary explains it in both languages. */
export const termSchema = z.strictObject({
  /** Chinese term, as the text has it. */
  term: z.string().min(1),
  /** English term; its slug is the term's address on the glossary page. */
  en: z.string().min(1),
  /** One line of explanation in Chinese. */
  zh: z.string().min(1),
  /** The same in English. */
  gloss: z.string().min(1),
  /** Other words for it in the texts of both languages, short forms and inflections included; plurals in s need no entry. */
  aliases: z.array(z.string().min(1)).optional(),
  /** Aliases that are everyday words as well (`need`): right for the term, but neither listed nor marked in a text. */
  unmarked: z.array(z.string().min(1)).optional(),
});
export type Term = z.infer<typeof termSchema>;

/** `glossary.yaml`. */
export const glossarySchema = z.strictObject({ terms: z.array(termSchema) });
