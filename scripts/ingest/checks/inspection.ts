import type { Finding } from '../../../src/schemas/report.ts';
import type { Dropped, Line } from '../model.ts';
import type { Decoded } from '../source/decode.ts';
import type { Outline } from '../outline/outline.ts';

/** What the checks of a source look at. */
export interface Inspection {
  decoded: Decoded;
  lines: Line[];
  /** Control characters taken out of the lines. */
  controls: Dropped[];
  outline: Outline;
}

/** A check finds things of one code and changes nothing. */
export type Check = (inspection: Inspection) => Finding[];
