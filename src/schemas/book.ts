import { z } from 'zod';

const words = z.string().trim().min(1);
/** A text in both languages; plain words are the book's own. */
const inLanguages = z.union(
  [
    words.transform((zh) => ({ zh })),
    z.strictObject({ zh: words, en: words.nullish().transform((en) => en ?? undefined) }),
  ],
  {
    error:
      'expected a text, or one for each language: { zh: 手册, en: Handbook }. A name that is a number needs quotation marks: "1984"',
  },
);
/** A key without a value counts as empty. */
const text = inLanguages.nullish().transform((value) => value ?? undefined);
const texts = z
  .array(inLanguages)
  .nullish()
  .transform((list) => list ?? []);
const year = z
  .int()
  .min(1000)
  .max(2999)
  .nullish()
  .transform((value) => value ?? undefined);
/** Written with or without hyphens; YAML may take one without for a number. */
const isbn = z
  .union([words, z.int().transform(String)])
  .nullish()
  .transform((value) => value ?? undefined);

/** Another book that this one goes along with. Its text is no part of the site. */
const basedOnSchema = z.strictObject({
  title: words,
  authors: z.array(words).default([]),
  publisher: words.optional(),
  year,
  isbn,
});

export const bookLanguages = ['zh-Hans', 'zh-Hant'] as const;

/**
 * `book.yaml`: the book's name and origin. Ingest fills the empty fields. Everything that names the book reads
 * it here. In `description`, `{chapters}`, `{rules}` and `{cases}` are replaced by their numbers.
 */
export const bookSchema = z.strictObject({
  title: text,
  subtitle: text,
  description: text,
  authors: texts,
  publisher: text,
  year,
  isbn,
  rights: text,
  language: z
    .enum(bookLanguages)
    .nullish()
    .transform((value) => value ?? undefined),
  basedOn: basedOnSchema.nullish().transform((value) => value ?? undefined),
});
export type BookFile = z.infer<typeof bookSchema>;
export type BookLanguage = (typeof bookLanguages)[number];
