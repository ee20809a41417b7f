import { z } from 'zod';
import { permalinkSchema } from './identifiers.ts';

/** A permanent code and what it names. */
export const ledgerEntrySchema = z.strictObject({
  code: permalinkSchema,
  kind: z.enum(['chapter', 'rule', 'case']),
  /** Chinese title when last seen. */
  title: z.string().min(1),
  /** MinHash sketch of its text when last seen; absent for an entry without text. */
  sketch: z.string().optional(),
  /** Every address it ever had; the last one is the latest. */
  addresses: z.array(z.string().startsWith('/')).min(1),
  /** It stands in the book no more. */
  retired: z.literal(true).optional(),
  /** Code of what comes nearest to a retired entry. */
  replacedBy: permalinkSchema.optional(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** `permalinks.yaml`: append-only, in the order in which codes were made. */
export const ledgerSchema = z.array(ledgerEntrySchema);
export type Ledger = z.infer<typeof ledgerSchema>;
