import type { Finding } from '../../../src/schemas/report.ts';
import { checkControlChars } from '../checks/source/control-chars.ts';
import { checkDuplicateTitle } from '../checks/outline/duplicate-title.ts';
import { checkEncoding } from '../checks/source/encoding.ts';
import { checkExtraHeading } from '../checks/contents/extra-heading.ts';
import type { Check, Inspection } from '../checks/inspection.ts';
import { checkMissingBody } from '../checks/contents/missing-body.ts';
import { checkMissingGlyph } from '../checks/source/missing-glyph.ts';
import { checkNoToc } from '../checks/contents/no-toc.ts';
import { checkPageOrder } from '../checks/contents/page-order.ts';
import { checkRejoined } from '../checks/outline/rejoined.ts';
import { checkRepeatedFurniture } from '../checks/outline/repeated-furniture.ts';
import { checkTocMismatch } from '../checks/contents/toc-mismatch.ts';
import { checkLeftOut } from '../checks/source/left-out.ts';
import { checkTruncated } from '../checks/source/truncated.ts';
import { checkFrontHeavy } from '../checks/outline/front-heavy.ts';
import { checkUnsureChapters } from '../checks/outline/unsure-chapters.ts';
import { checkNumberedText } from '../checks/outline/numbered-text.ts';
import { checkRestartedNumbers } from '../checks/outline/restarted-numbers.ts';
import { checkUnknownUnit } from '../checks/outline/unknown-unit.ts';
import { checkPlainOutline } from '../checks/outline/plain-outline.ts';
import { checkUnsafeTitle } from '../checks/outline/unsafe-title.ts';

/** The checks of a source, in the order they are reported. */
const checks: Check[] = [
  checkEncoding,
  checkControlChars,
  checkLeftOut,
  checkMissingGlyph,
  checkNoToc,
  checkPageOrder,
  checkTocMismatch,
  checkExtraHeading,
  checkMissingBody,
  checkFrontHeavy,
  checkUnsureChapters,
  checkNumberedText,
  checkRestartedNumbers,
  checkUnknownUnit,
  checkPlainOutline,
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
