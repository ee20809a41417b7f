/** What the program of a former build tells while it makes a site's pages, in this order. If they can't be made so, it ends before the last. */
export type PagesTold =
  /** Those of chapters, rules, cases and front matter are there. */
  'texts' | PagesMade;

export interface PagesMade {
  pages: number;
  /** How many of them were made anew. */
  made: number;
  /** The program that made them. */
  program: string;
  /** Files of the site until now: pages, and all that Astro made with them. */
  files: string[];
}

/** The same in words. */
export const describePages = ({ pages, made }: PagesMade): string =>
  `Pages: ${pages}, ${made} of them made anew by the former build's program.`;
