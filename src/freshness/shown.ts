import { AsyncLocalStorage } from 'node:async_hooks';

/*
 * A page that is kept from a former build is right as long as all that it shows is as it was then. Each such page therefore declares beforehand what
 * it shows of entries that all pages don't show – `rules/01-02`: that rule's text, summary, keywords –, and its key is made from that. While it is
 * made it can read nothing else: whoever adds a summary of the next rule to a page learns at the first build that its key lacks it.
 */

/** What each page declared that it shows, by its address. */
const declared = new Map<string, ReadonlySet<string>>();

const showing = new AsyncLocalStorage<{ page: string; shows: ReadonlySet<string> }>();

/** Declare what a page shows, before it is made. */
export function declareShown(page: string, shows: readonly string[]): void {
  declared.set(page, new Set(shows));
}

/** Make a page. If it has declared what it shows, it can read nothing else meanwhile. */
export function makePage<T>(page: string, make: () => T): T {
  const shows = declared.get(page);
  return shows === undefined ? make() : showing.run({ page, shows }, make);
}

/** Read on behalf of all pages, whichever of them asks first. */
export const forAllPages = <T>(read: () => T): T => showing.exit(read);

/**
 * To be called wherever something is read that not all pages show.
 * @throws if a page is being made that didn't declare it
 */
export function assertShown(name: string): void {
  const now = showing.getStore();
  if (now === undefined || now.shows.has(name)) return;
  throw new Error(
    `${now.page} shows something of ${name}, and its key is made without. Name it where the page's paths are made (getStaticPaths), among what pageKey is given.`,
  );
}

/** The same entry. Its named fields can be read only by pages that declare it. */
export function guarded<T extends object>(name: string, entry: T, fields: readonly (keyof T)[]): T {
  const copy = { ...entry };
  for (const field of fields) {
    if (!(field in entry)) continue;
    const value = entry[field];
    Object.defineProperty(copy, field, {
      enumerable: true,
      get: () => {
        assertShown(name);
        return value;
      },
    });
  }
  return copy;
}
