import { existsSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Where a site is made before it replaces the current one. */
export const nextSite = (distDir: string): string =>
  join(dirname(distDir), `.${basename(distDir)}.next-${process.pid}`);
const formerSite = (distDir: string): string => join(dirname(distDir), `.${basename(distDir)}.former`);

/**
 * Replace the current site by a finished one.
 * @param putAside what becomes of the former one; default: it is removed
 */
export async function changePlaces(
  next: string,
  distDir: string,
  putAside: (former: string) => Promise<void> = (former) => rm(former, { recursive: true, force: true }),
): Promise<void> {
  const former = formerSite(distDir);
  await rm(former, { recursive: true, force: true });
  if (existsSync(distDir)) await rename(distDir, former);
  await rename(next, distDir);
  if (existsSync(former)) await putAside(former);
}

/** Mend what a killed build left: a site that was moved away and not replaced comes back, halves are removed. */
export async function tidySites(distDir: string): Promise<void> {
  const former = formerSite(distDir);
  if (!existsSync(distDir) && existsSync(former)) await rename(former, distDir);
  const folder = dirname(distDir);
  if (!existsSync(folder)) return;
  const halves = readdirSync(folder).filter((name) => name.startsWith(`.${basename(distDir)}.next-`));
  for (const name of halves) await rm(join(folder, name), { recursive: true, force: true });
}
