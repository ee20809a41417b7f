import type { LineFormat } from '../../model.ts';

/** A line of the extracted text. */
export interface Row {
  text: string;
  format: LineFormat;
  tight: boolean;
  /** A picture that still has to be placed beside a line of text. */
  picture?: { name: string; alt: string };
  /** Number of its line, if lines keep the numbers of the file. */
  line?: number;
}
