import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const rememberedSchema = z.object({
  /** By the finding's name. */
  findings: z.record(z.string(), z.enum(['done', 'dismissed'])).default({}),
  translatedFrom: z.record(z.string(), z.object({ summary: z.string(), keywords: z.string() })).default({}),
});
export type Remembered = z.infer<typeof rememberedSchema>;

/** What the desk remembers of a book beside its files; nothing if that can't be read. */
export function readRemembered(path: string): Remembered {
  try {
    return rememberedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { findings: {}, translatedFrom: {} };
  }
}

export function writeRemembered(path: string, remembered: Remembered): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(remembered, undefined, 1)}\n`);
  renameSync(`${path}.new`, path);
}
