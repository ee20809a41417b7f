/** A value that this device keeps for the reader. Nothing is sent anywhere. */
export interface Kept<T> {
  /** The kept value; the default if there is none, or storage is refused. */
  read: () => T;
  /** Change the kept value, read anew since another tab may have changed it. `false` if the new one can't be kept. */
  change: (next: (value: T) => T) => boolean;
}

/** End of the keys of a site below a path, `/handbook/`: all sites of an origin share one storage. */
const siteSuffix = import.meta.env.BASE_URL === '/' ? '' : import.meta.env.BASE_URL;

/**
 * Keep a value in the browser's storage.
 * @param parse makes the value of what is stored, whatever its shape; it gets `undefined` if nothing is stored
 * @param suffix of the key; empty for a value that all sites of an origin share
 */
export function kept<T>(name: string, parse: (stored: unknown) => T, suffix = siteSuffix): Kept<T> {
  const key = name + suffix;
  const read = (): T => {
    try {
      return parse(JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined);
    } catch {
      // Refused, or not JSON.
      return parse(undefined);
    }
  };
  return {
    read,
    change: (next) => {
      try {
        localStorage.setItem(key, JSON.stringify(next(read())));
        return true;
      } catch {
        // Refused or full: the page works on without memory.
        return false;
      }
    },
  };
}

/** Act when another tab changes a kept value, and when the page comes back from the browser's back-forward cache. */
export function whenKeptChanges(act: () => void): void {
  addEventListener('storage', act);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) act();
  });
}

/** Tell the reader that something could not be kept. */
export async function sayNotKept(): Promise<void> {
  const { sayNotKept: say } = await import('./notice.ts');
  say();
}
