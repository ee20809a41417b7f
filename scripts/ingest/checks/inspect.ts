import type { Finding } from '../../../src/schemas/report.ts';
import { checkControlChars } from './control-chars.ts';
import { checkDuplicateTitle } from './duplicate-title.ts';
import { checkEncoding } from './encoding.ts';
import { checkExtraHeading } from './extra-heading.ts';
import type { Check, Inspection } from './inspection.ts';
import { checkMissingBody } from './missing-body.ts';
import { checkNoToc } from './no-toc.ts';
import { checkPageOrder } from './page-order.ts';
import { checkRejoined } from './rejoined.ts';
import { checkRepeatedFurniture } from './repeated-furniture.ts';
import { checkTocMismatch } from './toc-mismatch.ts';
import { checkTruncated } from './truncated.ts';
import { checkUnsafeTitle } from './unsafe-title.ts';

/** The checks of a source, in the order they are reported. */
const checks: Check[] = [
  checkEncoding,
  checkControlChars,
  checkNoToc,
  checkPageOrder,
  checkTocMismatch,
  checkExtraHeading,
  checkMissingBody,
  checkDuplicateTitle,
  checkUnsafeTitle,
  checkRepeatedFurniture,
  checkRejoined,
  checkTruncated,
];

/** Run every check of a source. */
export function inspect(inspection: Inspection): Finding[] {
  return checks.flatMap((check) => check(inspection));
}
