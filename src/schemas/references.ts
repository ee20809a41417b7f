import { z } from 'zod';
import { permalinkSchema } from './identifiers.ts';

/** An editor's decision about a mention of a chapter, rule or case in running text. */
export const referenceSchema = z.strictObject({
  /**
   * Words of one paragraph, exactly as in the text. With a code, they become a link to it; with `none`, no
   * reference in them becomes a link.
   */
  text: z.string().min(1),
  /** Permanent code of what is meant, or `none`. */
  to: z.union([z.literal('none'), permalinkSchema]),
});
export type Reference = z.infer<typeof referenceSchema>;

/** `references.yaml`. */
export const referencesFileSchema = z.array(referenceSchema);
