import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** Endings of files that can be ingested. */
const endings = new Set(['.txt', '.md', '.markdown', '.docx', '.epub', '.html', '.htm', '.xhtml', '.pdf']);
/** Names that Windows reserves for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A safe name for a dropped file: no path, not hidden, not reserved. `undefined` if the file can't be ingested. */
export function safeName(name: string): string | undefined {
  const last = basename(name.toWellFormed().replaceAll('\\', '/'))
    .replace(/[\0-\x1f\x7f-\x9f<>:"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const ending = extname(last).toLowerCase();
  const stem = last.slice(0, last.length - ending.length).replace(/^[.\s]+|[.\s]+$/g, '');
  if (!endings.has(ending) || stem === '') return undefined;
  const short = Array.from(stem).slice(0, 60).join('');
  return `${reserved.test(short) ? `${short}-book` : short}${ending}`;
}

/**
 * Keep a dropped file as the source of a book of its own below `work`.
 * @returns its path, the same one if the file is there already; `undefined` if it can't be ingested
 */
export function keepSource(work: string, name: string, bytes: Uint8Array): string | undefined {
  const safe = safeName(name);
  if (safe === undefined) return undefined;
  const ending = extname(safe);
  const stem = basename(safe, ending);
  for (let count = 1; ; count += 1) {
    const own = count === 1 ? stem : `${stem}-${String(count)}`;
    const folder = join(work, own);
    const path = join(folder, 'source', `${own}${ending}`);
    if (existsSync(path) && readFileSync(path).equals(bytes)) return path;
    // Another book has this name.
    if (existsSync(folder)) continue;
    mkdirSync(join(folder, 'source'), { recursive: true });
    writeFileSync(path, bytes);
    return path;
  }
}
