/**
 * The value in a record under a key that comes from a text. A book may have a place called `constructor`, so
 * properties that every object inherits don't count.
 */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
