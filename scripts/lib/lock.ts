import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';

/** Thrown if another process holds a folder for too long. */
export class LockError extends Error {
  override name = 'LockError';
}

/** How long to wait for another process, in milliseconds. */
const maxWaitMs = 120_000;

/**
 * Do something while no other process holds the same lock. A lock that a killed process left is taken over.
 *
 * @param path The lock file; its folder is made.
 * @throws LockError if another process holds it for two minutes.
 */
export async function withLock<T>(path: string, action: () => Promise<T> | T): Promise<T> {
  makeFolder(dirname(path));
  const start = Date.now();
  while (!take(path)) {
    const holder = holderOf(path);
    if (holder !== undefined && !isAlive(holder)) removeStale(path, holder);
    else if (Date.now() - start > maxWaitMs)
      throw new LockError(
        `Another run (process ${String(holder)}) has been at work here for two minutes. Wait for it or stop it; if there is none, delete ${path}.`,
      );
    else await sleep(50);
  }
  try {
    return await action();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  // Written under another name first, so that nobody finds an empty lock.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Take a dead process's lock away, and put it back if another one took it in between. */
function removeStale(path: string, holder: number): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (holderOf(aside) !== holder) linkSync(aside, path);
  } catch {
    // Another process was faster.
  }
  rmSync(aside, { force: true });
}
