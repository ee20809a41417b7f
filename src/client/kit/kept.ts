import { asset } from '../../i18n/links.ts';

/** One thing that this device keeps for the reader. Nothing is sent anywhere. */
export interface Kept<T> {
  /** What is kept now; the default if nothing is, or if storage is refused. */
  read: () => T;
  /** Change what is kept, starting from what is kept now: another tab may have changed it. `false` if it cannot be kept. */
  change: (next: (value: T) => T) => boolean;
}

/** What readers choose for all sites at an origin; what else is kept is of the book, and another book may stand below another path. */
const shared = new Set(['comfort', 'keys']);

/** The key in the browser's storage, which all sites of an origin share. */
function storageKey(key: string): string {
  const base = asset('');
  return shared.has(key) || base === '/' ? key : `${base} ${key}`;
}

/**
 * @param parse Makes the value of whatever is stored under the key, of any shape; `undefined` if nothing is.
 */
export function kept<T>(key: string, parse: (stored: unknown) => T): Kept<T> {
  const place = storageKey(key);
  const read = (): T => {
    try {
      return parse(JSON.parse(localStorage.getItem(place) ?? 'null') ?? undefined);
    } catch {
      // Refused, or not JSON.
      return parse(undefined);
    }
  };
  return {
    read,
    change: (next) => {
      try {
        localStorage.setItem(place, JSON.stringify(next(read())));
        return true;
      } catch {
        // Refused or full: the page works on without memory.
        return false;
      }
    },
  };
}

/** Act when another tab has changed what is kept, and when the page comes back from where the browser kept it. */
export function whenKeptChanges(act: () => void): void {
  addEventListener('storage', act);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) act();
  });
}

/** Say that what the reader asked to keep could not be kept. */
export async function sayNotKept(): Promise<void> {
  const { sayNotKept: say } = await import('./notice.ts');
  say();
}
