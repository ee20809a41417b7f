import type { Heading } from '../page/heading.ts';
import type { Levels } from './levels/levels.ts';
import type { LeftOut, Series } from './model/series.ts';

/** The numbered headings of a book, and how they were told. */
export interface Leveled {
  headings: Heading[];
  levels: Levels | undefined;
  series: Series[];
  leftOut: LeftOut[];
}
