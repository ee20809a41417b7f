import { z } from 'zod';
import { permalinkSchema } from './identifiers.ts';

/** A permanent code and what it names. */
export const ledgerEntrySchema = z
  .strictObject({
    code: permalinkSchema,
    kind: z.enum(['chapter', 'rule', 'case']),
    /** Chinese title when last seen. */
    title: z.string().min(1),
    /** MinHash sketch of its text when last seen; absent for an entry without text. */
    sketch: z
      .string()
      .regex(/^[\w-]{86}$/, 'Expected a sketch of 86 characters.')
      .optional(),
    /** Every address it ever had; the last one is the latest. Hosts are told of them, so they have no other shape. */
    addresses: z
      .array(
        z
          .string()
          .regex(
            /^\/(?:chapters\/\d{2,6}|rules\/\d{2,6}-\d{2,6}|cases\/\d{2,6}-\d{2,6}-\d{1,6})\/$/,
            'Expected the address of a chapter, rule or case such as /rules/01-02/.',
          ),
      )
      .min(1),
    /** It is no longer in the book. */
    retired: z.literal(true).optional(),
    /** Code of what comes nearest to a retired entry. */
    replacedBy: permalinkSchema.optional(),
  })
  .refine(({ kind, addresses }) => addresses.every((address) => address.startsWith(`/${kind}s/`)), {
    message: 'Expected addresses of the kind that the entry is.',
  });
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** `permalinks.yaml`: append-only, in the order in which codes were made. No code is there twice. */
export const ledgerSchema = z.array(ledgerEntrySchema).superRefine((entries, context) => {
  const seen = new Map<string, number>();
  entries.forEach(({ code, replacedBy }, index) => {
    const first = seen.get(code);
    if (first !== undefined)
      context.addIssue({
        code: 'custom',
        path: [index, 'code'],
        message: `The code ${code} stands in two entries, the ${first + 1}. and the ${index + 1}.: one of them was copied or merged wrongly. Keep the one whose title the code had.`,
      });
    seen.set(code, index);
    if (replacedBy === code)
      context.addIssue({ code: 'custom', path: [index, 'replacedBy'], message: 'Replaced by itself.' });
  });
});
export type Ledger = z.infer<typeof ledgerSchema>;
