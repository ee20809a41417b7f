import { z } from 'zod';

/** `synonyms.yaml`. */
export const synonymsSchema = z.strictObject({ groups: z.array(z.array(z.string().min(1)).min(2)) });
