/**
 * The value in a record under a key that comes from a text. Properties that every object inherits don't count: a book may have a
 * place called `constructor`.
 */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
