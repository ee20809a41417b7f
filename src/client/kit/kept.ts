/** One thing that this device keeps for the reader. Nothing is sent anywhere. */
export interface Kept<T> {
  /** What is kept now; the default if nothing is, or if storage is refused. */
  read: () => T;
  /** Change what is kept, starting from what is kept now: another tab may have changed it. `false` if it cannot be kept. */
  change: (next: (value: T) => T) => boolean;
}

/** Ends the keys of a book below a path of its own, `/handbook/`: all sites of an origin share one storage. */
const ofThisBook = import.meta.env.BASE_URL === '/' ? '' : import.meta.env.BASE_URL;

/**
 * @param parse Makes the value of whatever is stored under the key, of any shape; `undefined` if nothing is.
 * @param of Empty for what a reader chooses for all books at once.
 */
export function kept<T>(name: string, parse: (stored: unknown) => T, of = ofThisBook): Kept<T> {
  const key = name + of;
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
