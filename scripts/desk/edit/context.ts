import type { LineIndex } from '../../ingest/corrections/line-index.ts';
import type { Override } from '../../../src/schemas/overrides.ts';
import type { Entries } from '../../ingest/entries/entry.ts';
import type { Analysis } from '../view/analysis.ts';

/** Files that the desk writes. */
export const writtenFiles = ['overrides.yaml', 'translations.yaml', 'glossary.yaml', 'book.yaml'] as const;
export type WrittenFile = (typeof writtenFiles)[number];

/** What an edit works with. */
export interface EditContext {
  /** The source's name: the key of its corrections. */
  name: string;
  analysis: Analysis;
  lines: LineIndex;
  /** The corrections in the order of the file. */
  overrides: readonly Override[];
  /** Absent if no outline was found. */
  entries: Entries | undefined;
  /** Text of a file; if the book has none of its own, the text that a new file starts with. */
  read: (file: WrittenFile) => string;
}

/** New texts of files. */
export type Edited = Map<WrittenFile, string>;
