/**
 * A value that can't be missing, such as the first entry of a list that is never empty.
 * @throws Error if it is missing, which is a fault of the program
 */
export function must<T>(value: T): NonNullable<T> {
  if (value === undefined || value === null) throw new Error('A value that must be there is missing.');
  return value;
}
