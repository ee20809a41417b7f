/**
 * A value that is there by the way the data was made, such as the first of a list that is never empty.
 * @throws if it isn't: a fault of the program
 */
export function must<T>(value: T): NonNullable<T> {
  if (value === undefined || value === null) throw new Error('A value that must be there is missing.');
  return value;
}
