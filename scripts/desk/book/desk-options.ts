import type { Encoding } from '../../ingest/source/text/decode.ts';

/** Which book is on the desk, and where its files are. */
export interface DeskOptions {
  source: string;
  /** The source's name: the key of its corrections. */
  name: string;
  /** Folder of the book's content. */
  out: string;
  /** `undefined`: the ingest finds out. */
  encoding: Encoding | undefined;
  /** Folder of the shipped edition's content. */
  shipped: string;
  /** File of what the desk remembers beside the book. */
  memory: string;
}
