import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const size = (bytes: number): string =>
  bytes < 950_000
    ? `${String(Math.max(1, Math.round(bytes / 1000)))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The day in the words of machines: of the build, or the one that `SOURCE_DATE_EPOCH` names. */
export function dayOfBuild(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const epoch = environment['SOURCE_DATE_EPOCH'];
  return (epoch === undefined ? new Date() : new Date(Number(epoch) * 1000)).toISOString().slice(0, 10);
}

/**
 * Fill in on a page how large the files are that it links to, and the day they were made; both are known only now.
 * @param base path that the site lives under, with both slashes
 */
export async function fillFacts(page: string, distDir: string, base: string, day: string): Promise<void> {
  let html = await readFile(page, 'utf8');
  for (const [place, path = ''] of [...html.matchAll(/<span data-size-of="([^"]*)"[^>]*><\/span>/g)]) {
    const { size: bytes } = await stat(join(distDir, path.slice(base.length)));
    html = html.replace(place, place.replace('></span>', `>${size(bytes)}</span>`));
  }
  html = html.replace(
    /<time data-made(?:="")?([^>]*)><\/time>/g,
    `<time data-made$1 datetime="${day}">${day}</time>`,
  );
  await writeFile(page, html);
}

/** A page without the day: what changes with it is no other edition. */
export const withoutDay = (html: string): string =>
  html.replace(/<time data-made[^>]*>[^<]*<\/time>/g, '<time data-made></time>');
