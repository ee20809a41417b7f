/** A table that a benchmark prints and `bench/results.json` keeps. Ratios within a table hold better than absolute numbers. */
export interface BenchTable {
  title: string;
  headings: string[];
  rows: (string | number)[][];
  /** What a reader must know to read the figures. */
  note?: string | undefined;
  /** Figures by name that a later run is compared with. The less, the better each of them is. */
  figures?: Record<string, number> | undefined;
}
