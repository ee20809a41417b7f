import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const rememberedSchema = z.object({
  /** Settled findings by their keys. */
  findings: z.record(z.string(), z.enum(['done', 'dismissed'])).default({}),
  /** The Chinese that English was made from, by kind and title. */
  translatedFrom: z.record(z.string(), z.object({ summary: z.string(), keywords: z.string() })).default({}),
});
export type Remembered = z.infer<typeof rememberedSchema>;

/** Read what the desk remembers beside a book's own files; empty if the file can't be read. */
export function readRemembered(path: string): Remembered {
  try {
    return rememberedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { findings: {}, translatedFrom: {} };
  }
}

/** Write it, whole or not at all. */
export function writeRemembered(path: string, remembered: Remembered): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(remembered, undefined, 1)}\n`);
  renameSync(`${path}.new`, path);
}
