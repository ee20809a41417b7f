import { hash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { cacheDir } from '../../src/edition/files/environment.ts';
import { mirror } from '../../src/freshness/mirror.ts';

/*
 * The site before the current one is kept. The next build begins with it, and writes only what is to be another: most of the time that a site of
 * thousands of files takes to write goes into making and removing files and folders.
 */

const sitesFolder = join(cacheDir, 'sites');
const maxSites = 3;

const placeOf = (distDir: string, folder: string): string =>
  join(folder, hash('sha256', resolve(distDir)).slice(0, 16));

/** Remove whatever is neither a file nor a folder: to write there would write elsewhere. */
async function removeLinks(directory: string): Promise<void> {
  // Reading a folder with all below it would follow links.
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await removeLinks(path);
    else if (!entry.isFile()) await rm(path);
  }
}

/**
 * Begin a site with the one before the current one.
 * @param folder where the sites are kept
 * @returns whether there is one; if not, nothing is at `next`
 */
export async function takeSiteBefore(distDir: string, next: string, folder = sitesFolder): Promise<boolean> {
  const place = placeOf(distDir, folder);
  if (!existsSync(place)) return false;
  try {
    await rename(place, next);
  } catch {
    await rm(place, { recursive: true, force: true });
    return false;
  }
  await removeLinks(next);
  return true;
}

/** If no site is kept yet, keep the current one, whose files the two then share. */
export function keepCurrentSite(distDir: string, folder = sitesFolder): void {
  const place = placeOf(distDir, folder);
  if (existsSync(place)) return;
  try {
    mirror(distDir, place);
  } catch {
    // A build can do without.
    rmSync(place, { recursive: true, force: true });
  }
}

/** Keep a site that was the current one, if the cache is on the same disk; of several sites, the last few. */
export async function keepSiteBefore(former: string, distDir: string, folder = sitesFolder): Promise<void> {
  const place = placeOf(distDir, folder);
  await rm(place, { recursive: true, force: true });
  await mkdir(dirname(place), { recursive: true });
  try {
    await rename(former, place);
  } catch {
    await rm(former, { recursive: true, force: true });
  }
  const others = readdirSync(folder)
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const other of others.slice(maxSites)) await rm(other, { recursive: true, force: true });
}
