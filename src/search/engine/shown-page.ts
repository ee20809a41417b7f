import type { Block } from '../format/block.ts';

/** What a result shows of a page. */
export interface ShownPage {
  title: { zh: string; en?: string };
  /** The name of a chapter or rule, if the book prints more than its number. */
  name?: { zh: string; en?: string };
  keywords: string[];
  keywordsEn: string[];
  /** Blocks with their ids; the summary comes first and has none. */
  blocks: Block[];
  english?: Block[];
  /** Where the page is: its book's address, where that is another site, is put before it. */
  address?: string;
}
