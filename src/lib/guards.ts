/** Whether a value from outside, such as storage or a fetched file, has the shape that the code expects. */
export type Guard<T> = (value: unknown) => value is T;

export const isText: Guard<string> = (value) => typeof value === 'string';
export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean';
export const isNumber: Guard<number> = (value) => typeof value === 'number';

export const isList =
  <T>(isItem: Guard<T>): Guard<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(isItem);

/** A plain object, no list. */
export const isObject: Guard<Record<string, unknown>> = (value): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isOptional =
  <T>(isThere: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || isThere(value);

/** An object that has these fields; others it may have as well. */
export const hasShape =
  <T extends object>(fields: { [Key in keyof T]-?: Guard<T[Key]> }): Guard<T> =>
  (value): value is T =>
    isObject(value) &&
    Object.entries<Guard<unknown>>(fields).every(([name, isField]) => isField(value[name]));
