/** Weight of a word by how few pages have it, as Pagefind computes it. */
const rarity = (pages: number, having: number): number =>
  Math.log(1 + (Math.max(0, pages - having) + 0.5) / (having + 0.5));

/** How many pages there are, and how many of them have each word. */
export interface WordCounts {
  pages: number;
  having: readonly number[];
}

/**
 * Factor that makes the scores of one index comparable with those of others. Words are rarer or commoner in one index than in all of
 * them together.
 */
export function rescaling(own: WordCounts, all: WordCounts): number {
  const sum = ({ pages, having }: WordCounts) =>
    having.reduce((total, each) => total + rarity(pages, Math.min(each, pages)), 0);
  const [local, global] = [sum(own), sum(all)];
  return local > 0 && global > 0 ? global / local : 1;
}
