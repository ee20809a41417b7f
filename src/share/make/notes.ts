import { z } from 'zod';

/** What is noted beside the shared files, for what is written once the site is whole. */
export const notesSchema = z.object({
  /** Ways on from permanent codes and old addresses, for hosts that answer with 301. */
  moves: z.array(z.object({ from: z.string(), to: z.string() })),
  /** Every code of the ledger. */
  codes: z.array(z.string()),
});
export type Notes = z.infer<typeof notesSchema>;
