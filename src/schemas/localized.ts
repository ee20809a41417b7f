import { z } from 'zod';

/** A text in Chinese with an optional English one. Pages fall back to `zh` without `en`, marked as Chinese. */
export const localizedSchema = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1).optional(),
});
export type Localized = z.infer<typeof localizedSchema>;

/** Keywords a language. The Chinese list may be empty (a text without content words), the English one is absent while untranslated. */
export const localizedListSchema = z.strictObject({
  zh: z.array(z.string().min(1)),
  en: z.array(z.string().min(1)).optional(),
});
export type LocalizedList = z.infer<typeof localizedListSchema>;
