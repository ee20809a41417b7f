import { z } from 'zod';

/** Frontmatter of `translations/rules/<code>.md` and its like: the English of one entry's text. */
export const englishTextSchema = z.strictObject({
  /** First 16 hex digits of the SHA-256 of the Chinese paragraphs' ids, in order, one a line. */
  source: z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 hexadecimal digits'),
});

/** The English of one Chinese paragraph, which `id` names. */
export interface EnglishParagraph {
  id: string;
  /** Plain text: what looks like markup is shown as it is. */
  text: string;
}
