/**
 * What a record holds under a key that comes from a text. A book may have a place called `constructor`: what every object
 * inherits is no entry.
 */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
