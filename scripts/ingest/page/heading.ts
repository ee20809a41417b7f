import type { TocEntry } from '../contents/toc.ts';
import type { Line } from '../model.ts';

/** A heading found in the body. */
export interface Heading {
  level: 'part' | 'chapter' | 'rule' | 'section';
  /** Indexes of its first and last line. */
  first: number;
  last: number;
  /** The entry of the table of contents that it is; `undefined` for a heading in the body only. */
  entry: TocEntry | undefined;
  /** As printed in the body. */
  number: number | undefined;
  /** Its number as printed, with what it counts: 第三条; empty without one. */
  label: string;
  /** As printed in the body, without numbering. */
  title: string;
  /** The whole printed heading, numbering included. */
  whole: string;
  /** Depth of a part within parts or a section within sections. */
  depth: number;
  /** A chapter on the level of parts: the part above it ends. */
  endsPart?: true;
  /** A section that has rules below, as 第二节 has 第八条: the first of them opens with its heading. */
  hasRules?: true;
}

/** An editor's decision about a line; `undefined` for none. */
export type ForcedHeading = (text: string, line: Line) => Heading['level'] | 'prose' | undefined;
