import type { Dropped, Line } from '../../model.ts';
import type { Encoding } from '../text/decode.ts';

export const formats = ['text', 'markdown', 'docx', 'epub', 'html', 'pdf', 'folder'] as const;
export type Format = (typeof formats)[number];

/** Something that the file holds and the text can't, such as a comment or a running head. */
export interface LeftOut {
  /** In the plural, such as "comments". */
  what: string;
  /** Where its owner finds it; absent if it belongs to the file as a whole. */
  place?: string;
  /** A word of what was left out, to know it by. */
  text?: string;
}

/** The file's metadata about its book, as they are there; absent or empty ones are left out. */
export interface Metadata {
  title?: string;
  creators?: string[];
  publisher?: string;
  date?: string;
  language?: string;
  identifier?: string;
  rights?: string;
  description?: string;
}

/** A source of any format, read: its text as numbered lines, and what the format knows beside it. */
export interface Source {
  format: Format;
  /** The whole text that is accounted for: of plain text the file itself, else one line a paragraph, row or item. */
  text: string;
  encoding: Encoding;
  /** Places where bytes made no character, which have U+FFFD instead. */
  damaged: number;
  lines: Line[];
  /** Control characters taken out of the lines. */
  controls: Dropped[];
  leftOut: LeftOut[];
  /** Re-encoded pictures by the name that the lines' Markdown gives them, such as `pictures/3f2a….png`. */
  pictures: Map<string, Uint8Array>;
  metadata: Metadata;
}
