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

/** Note what is left of former editions, as this one takes over. On a full disk there is no room for the note: then they go at once. */
export async function noteFormer(own: string): Promise<void> {
  const former: Former = {
    caches: (await ownCaches(scope)).filter((name) => name !== own),
    windows: (await windows()).map(({ id }) => id),
  };
  if (former.caches.length > 0)
    await (await ownCache()).put(note, Response.json(former)).catch(() => remove(former));
}

const remove = (former: Former) => Promise.all(former.caches.map((name) => caches.delete(name)));

/** Remove former editions once no window shows a page of theirs. */
export async function removeFormer(): Promise<void> {
  const cache = await ownCache();
  const former: unknown = await (await cache.match(note))?.json();
  if (!isFormer(former)) return;
  const open = new Set((await windows()).map(({ id }) => id));
  if (former.windows.some((id) => open.has(id))) return;
  await remove(former);
  await cache.delete(note);
}
