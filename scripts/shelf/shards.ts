/** Which share of the work: `{ index: 3, count: 8 }` is the third of eight. */
export interface Shard {
  index: number;
  count: number;
}

/** `3/8`; `undefined` where it is something else. */
export function parseShard(text: string): Shard | undefined {
  const [, first, second] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  return first !== undefined && index >= 1 && index <= count ? { index, count } : undefined;
}

/**
 * A share of some books. Machines with the same list get the same shares without asking one another. Large
 * books are dealt out first, each to the share that has least so far.
 */
export function shareOf<T extends { id: string }>(
  books: readonly T[],
  sizeOf: (book: T) => number,
  { index, count }: Shard,
): T[] {
  const loads = new Array<number>(count).fill(0);
  const sized = books.map((book) => ({ book, size: sizeOf(book) }));
  sized.sort((a, b) => b.size - a.size || (a.book.id < b.book.id ? -1 : 1));
  const share = new Set<T>();
  for (const { book, size } of sized) {
    const least = loads.indexOf(Math.min(...loads));
    // A book costs something however small it is.
    loads[least] = (loads[least] ?? 0) + size + 1;
    if (least === index - 1) share.add(book);
  }
  return books.filter((book) => share.has(book));
}
