import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lib/environment.ts';

const store = join(projectRoot, '.astro', 'data-store.json');
const stampOf = () => (existsSync(store) ? statSync(store).mtimeMs : 0);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds that Astro may take to load its content configuration again, and between two looks. */
const maxWaitMs = 20_000;
const lookEvery = 15;

/**
 * Have Astro read the content anew, and wait for its store to be written. Astro's own promise takes half a
 * second longer, for files of pictures; and while Astro loads its configuration, it silently reads nothing:
 * then this asks once more.
 * @param changed whether entries are known to have changed
 */
export async function readAnew(refresh: () => Promise<void> | undefined, changed: boolean): Promise<void> {
  if (!changed) {
    await refresh();
    return;
  }
  const before = stampOf();
  const end = performance.now() + maxWaitMs;
  const written = () => stampOf() !== before;
  while (!written() && performance.now() < end) {
    let read = false;
    const reading = Promise.resolve(refresh()).finally(() => (read = true));
    while (!written() && !read) await pause(lookEvery);
    // It goes on by itself. If it fails, the next page shows why.
    reading.catch(() => undefined);
    if (!written()) await pause(lookEvery);
  }
}
