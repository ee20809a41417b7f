import { z } from 'zod';

const english = z.string().min(1);

/** English of a chapter, rule or case. */
export const translationSchema = z.strictObject({
  title: english.optional(),
  summary: english.optional(),
  keywords: z.array(english).min(1).optional(),
});
export type Translation = z.infer<typeof translationSchema>;

/** Of a chapter, besides: its epigraph. */
export const chapterTranslationSchema = translationSchema.extend({
  epigraph: z.strictObject({ text: english.optional(), by: english.optional() }).optional(),
});

/** `translations.yaml`: English by Chinese title, so that renumbering breaks nothing. */
export const translationsSchema = z.strictObject({
  chapters: z.record(z.string(), chapterTranslationSchema).default({}),
  rules: z.record(z.string(), translationSchema).default({}),
  cases: z.record(z.string(), translationSchema).default({}),
  front: z.record(z.string(), z.strictObject({ heading: english, summary: english.optional() })).default({}),
});
export type Translations = z.infer<typeof translationsSchema>;
