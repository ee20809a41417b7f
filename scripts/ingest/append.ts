/** Append `more` to `list`. Unlike `push(...more)`, which passes every item as an argument, it takes lists of any length. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const item of more) list.push(item);
}
