import { rmSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
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

/** What a page says of a file that it links to: its size, its day, and that a newer one is being made. */
const fact =
  /<span data-size-of="(?<path>[^"]*)"[^>]*>[^<]*<\/span>|<time data-made[^>]*>[^<]*<\/time>|<span data-older="(?<note>[^"]*)"[^>]*>[^<]*<\/span>/g;

/**
 * Fill in on a page how large the files are that it links to, and the day they were made; both are known only now. Facts that are filled in already
 * are brought up to date.
 * @param base path that the site lives under, with both slashes
 * @param former days of files that are of an earlier build, by path, and are to be replaced soon
 */
export async function fillFacts(
  page: string,
  distDir: string,
  { base, day, former }: { base: string; day: string; former?: ReadonlyMap<string, string> },
): Promise<void> {
  const html = await readFile(page, 'utf8');
  let file = '';
  const filled = html.replace(fact, (place, path?: string, note?: string) => {
    const tag = place.slice(0, place.indexOf('>') + 1);
    if (path !== undefined) {
      file = path.slice(base.length);
      return `${tag}${size(statSync(join(distDir, file)).size)}</span>`;
    }
    const older = former?.get(file);
    if (note !== undefined) return `${tag}${older === undefined ? '' : note}</span>`;
    const shown = older ?? day;
    return `${tag.replace(/ datetime="[^"]*"|(?<=data-made)=""/g, '').replace('>', ` datetime="${shown}">`)}${shown}</time>`;
  });
  // The file may be shared with another site.
  rmSync(page);
  await writeFile(page, filled);
}

/** A page without what changes with the files that it links to: that makes no other edition. */
export const withoutFacts = (html: string): string =>
  html.replace(fact, (place) =>
    place.replace(/ datetime="[^"]*"|(?<=data-made)=""/g, '').replace(/>[^<]*</, '><'),
  );
