/** What a word is worth by how few of the pages have it (as Pagefind reckons it). */
const rarity = (pages: number, having: number): number =>
  Math.log(1 + (Math.max(0, pages - having) + 0.5) / (having + 0.5));

/** How many pages there are, and how many of them have each word. */
export interface WordCounts {
  pages: number;
  having: readonly number[];
}

/**
 * What the scores of one index are to be multiplied by to be comparable with those of others: its words are rarer or commoner
 * there than in all of them together.
 */
export function rescaling(own: WordCounts, all: WordCounts): number {
  const sum = ({ pages, having }: WordCounts) =>
    having.reduce((total, each) => total + rarity(pages, Math.min(each, pages)), 0);
  const [local, global] = [sum(own), sum(all)];
  return local > 0 && global > 0 ? global / local : 1;
}
