import { isObject, type Guard } from '../../lib/guards.ts';

export const isRecord =
  <T>(isItem: Guard<T>): Guard<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isObject(value) && Object.values(value).every(isItem);

export const isEither =
  <A, B>(isOne: Guard<A>, isOther: Guard<B>): Guard<A | B> =>
  (value): value is A | B =>
    isOne(value) || isOther(value);

export const isOneOf =
  <const T>(values: readonly T[]): Guard<T> =>
  (value): value is T =>
    (values as readonly unknown[]).includes(value);
