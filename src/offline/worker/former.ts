import { ownCaches } from '../caches.ts';
import { isText, hasShape, isList } from '../../lib/guards.ts';
import { ownCache } from './edition.ts';
import { scope, windows } from './scope.ts';

/** Caches of former editions, and the windows that may still show pages of theirs. */
interface Former {
  caches: string[];
  windows: string[];
}
const isFormer = hasShape<Former>({ caches: isList(isText), windows: isList(isText) });
const note = `${scope}offline/former.json`;

/** Note what is left of former editions, as this one takes over. */
export async function noteFormer(own: string): Promise<void> {
  const former: Former = {
    caches: (await ownCaches(scope)).filter((name) => name !== own),
    windows: (await windows()).map(({ id }) => id),
  };
  if (former.caches.length > 0) await (await ownCache()).put(note, Response.json(former));
}

/** Remove former editions once no window shows a page of theirs. */
export async function removeFormer(): Promise<void> {
  const cache = await ownCache();
  const former: unknown = await (await cache.match(note))?.json();
  if (!isFormer(former)) return;
  const open = new Set((await windows()).map(({ id }) => id));
  if (former.windows.some((id) => open.has(id))) return;
  await Promise.all(former.caches.map((name) => caches.delete(name)));
  await cache.delete(note);
}
