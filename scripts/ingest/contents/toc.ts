import type { Levels } from './levels.ts';

/** A chapter or rule as the table of contents has it. */
export interface TocEntry {
  level: 'chapter' | 'rule';
  /** As printed; `undefined` if none is or it can't be read. */
  number: number | undefined;
  title: string;
  /** Its number as printed; empty without one. */
  label: string;
  /** Its title without spaces and marks, by which its heading is found. */
  key: string;
  page: number | null;
  line: number;
  /** It has no page, though most entries have one. It counts only if the body has its heading. */
  doubtful: boolean;
}

/** A table of contents, where it lies and what it lists. */
export interface Toc {
  /** Index of its first line (its heading) and of the line after its last. */
  start: number;
  end: number;
  entries: TocEntry[];
  /** How chapters and rules are numbered in it. */
  levels: Levels;
}
