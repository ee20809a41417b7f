import type { LineIndex } from '../../ingest/corrections/line-index.ts';
import type { Override } from '../../../src/schemas/overrides.ts';
import type { Entries } from '../../ingest/entries/entry.ts';
import type { Analysis } from '../view/analysis.ts';

/** Files that the desk writes. */
export const writtenFiles = ['overrides.yaml', 'translations.yaml', 'glossary.yaml', 'book.yaml'] as const;
export type WrittenFile = (typeof writtenFiles)[number];

/** What an edit may look at. */
export interface EditContext {
  /** The source's name: the key of its corrections. */
  name: string;
  analysis: Analysis;
  lines: LineIndex;
  /** The corrections in the order of the file. */
  overrides: readonly Override[];
  /** Absent if no outline was found. */
  entries: Entries | undefined;
  /** Text of a file as it is; what is read if the book has none of its own. */
  read: (file: WrittenFile) => string;
}

/** Files with the text that they are to have. */
export type Edited = Map<WrittenFile, string>;
