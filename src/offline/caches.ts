/**
 * Name of the cache of an edition. Sites below other paths of the same origin have caches beside it; a path has no space in it, so that no
 * name begins like another's.
 */
export const cacheName = (scope: string, edition: string): string => `handbook ${scope} ${edition}`;

/** Names of all of the site's caches. */
export const ownCaches = async (scope: string): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(cacheName(scope, '')));

/** Addresses of what a cache holds. */
export const heldBy = async (cache: Cache): Promise<Set<string>> =>
  new Set((await cache.keys()).map(({ url }) => url));
