import { z } from 'zod';
import { localizedSchema } from './localized.ts';

/** A text in both languages, or in one for both. */
const namedSchema = z
  .union([z.string().min(1), localizedSchema], {
    error: 'expected a text, or one for each language: { zh: 销售部, en: Sales }',
  })
  .transform((text) => (typeof text === 'string' ? { zh: text } : text));

const addressSchema = z
  .string()
  .refine(
    (text) =>
      URL.canParse(text) &&
      /^https?:$/.test(new URL(text).protocol) &&
      new URL(text).username === '' &&
      new URL(text).search === '' &&
      new URL(text).hash === '' &&
      // The policy of the shelf's pages names the host; an address may hold marks that would be more than a name there.
      /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/.test(new URL(text).hostname),
    { error: 'expected where the handbook’s site begins: https://handbooks.example.com/sales/' },
  )
  // nginx would take what follows a dollar sign for a variable.
  .transform((text) => new URL(text.endsWith('/') ? text : `${text}/`).href.replaceAll('$', '%24'));

export const shelfLanguages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type ShelfLanguage = (typeof shelfLanguages)[number];
const languageSchema = z.enum(shelfLanguages, { error: `expected ${shelfLanguages.join(', ')}` });

const shelfBookSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
      error: 'expected a short name of small letters, figures and hyphens: sales-2',
    }),
    address: addressSchema.optional(),
    folder: z.string().min(1).optional(),
    /** Shown if the handbook itself could not be asked. */
    title: namedSchema.optional(),
    department: namedSchema.optional(),
    language: z
      .union([languageSchema, z.array(languageSchema).min(1)], {
        error: `expected ${shelfLanguages.join(', ')}, or a list of them`,
      })
      .transform((language) => (typeof language === 'string' ? [language] : language))
      .optional(),
  })
  .refine(({ address, folder }) => (address === undefined) !== (folder === undefined), {
    error: 'expected either an address or a folder: address: https://… or folder: ../sales/content',
  });

/** `shelf.yaml`: handbooks on one shelf. */
export const shelfSchema = z.strictObject({
  title: namedSchema,
  description: namedSchema.optional(),
  books: z
    .array(shelfBookSchema)
    .min(1)
    .superRefine((books, context) => {
      const first = new Map<string, number>();
      for (const [position, { id }] of books.entries()) {
        const other = first.get(id);
        if (other !== undefined)
          context.addIssue({
            code: 'custom',
            path: [position, 'id'],
            message: `expected a name that no other handbook has; books.${String(other)} has it as well`,
          });
        else first.set(id, position);
      }
    }),
});
export type ShelfFile = z.infer<typeof shelfSchema>;
export type ShelfBook = ShelfFile['books'][number];
