import { existsSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { booksFolder } from './book-folders.ts';
import { ShelfError } from './read-shelf.ts';

const beside = (out: string, name: string): string => join(dirname(out), `.${basename(out)}.${name}`);

/** Where a home is made before it replaces the current one. */
export const nextHome = (out: string): string => beside(out, `home-${process.pid}`);
const formerHome = (out: string): string => beside(out, 'former');

/**
 * Check that a folder is one for a shelf before anything in it is replaced.
 *
 * @throws ShelfError if it has files that are not a shelf's
 */
export function expectShelfFolder(out: string): void {
  if (!existsSync(out)) return;
  const [stranger] = readdirSync(out).filter((name) => name !== booksFolder);
  if (stranger === undefined || existsSync(join(out, 'shelf', 'index.json'))) return;
  throw new ShelfError(
    `${out}: expected an empty folder, or one that a shelf was made in before, found ${stranger} and no shelf. Choose another by --out DIR; nothing was changed.`,
  );
}

/** Replace the current home by a finished one; the handbooks beside it stay. */
export async function replaceHome(next: string, out: string): Promise<void> {
  const former = formerHome(out);
  if (existsSync(out)) await rename(out, former);
  await rename(next, out);
  await tidyHomes(out);
}

/** Remove a home that was replaced, its handbooks kept; and mend what a killed run left of one. */
export async function tidyHomes(out: string): Promise<void> {
  const former = formerHome(out);
  if (existsSync(former)) {
    if (!existsSync(out)) await rename(former, out);
    else if (existsSync(join(former, booksFolder)) && !existsSync(join(out, booksFolder)))
      await rename(join(former, booksFolder), join(out, booksFolder));
    await rm(former, { recursive: true, force: true });
  }
  if (!existsSync(dirname(out))) return;
  const halves = readdirSync(dirname(out)).filter((name) => name.startsWith(`.${basename(out)}.home-`));
  for (const name of halves) await rm(join(dirname(out), name), { recursive: true, force: true });
}
