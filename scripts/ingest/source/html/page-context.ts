import type { Element } from 'hast';
import type { Extract } from '../extract/extract.ts';
import type { StyleSheets } from './look.ts';
import type { Notes } from './notes.ts';

/** A page's surroundings: where its pictures are, and names for places in it. */
export interface PageContext {
  extract: Extract;
  sheets: StyleSheets;
  notes: Notes;
  /** Where the owner finds an element. */
  place(element: Element | undefined): string;
  /** The bytes of a picture inside the file; `undefined` if there are none. */
  picture(source: string): Uint8Array | undefined;
  /** Level of an element that is a heading by the book's navigation. */
  listed?(element: Element, text: string): number | undefined;
}
