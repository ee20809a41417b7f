import type { Finding } from '../../../src/schemas/report.ts';
import type { Dropped, Line } from '../model.ts';
import type { Decoded } from '../source/text/decode.ts';
import type { LeftOut } from '../source/extract/source.ts';
import type { Outline } from '../outline/outline.ts';

/** What the checks of a source look at. */
export interface Inspection {
  decoded: Pick<Decoded, 'encoding' | 'damaged'>;
  lines: Line[];
  /** Control characters taken out of the lines. */
  controls: Dropped[];
  outline: Outline;
  /** Contents of the source's format that a text can't hold. */
  leftOut: LeftOut[];
}

/** A check finds things of one code and changes nothing. */
export type Check = (inspection: Inspection) => Finding[];
