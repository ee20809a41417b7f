import { isFolio } from '../../../language/folio.ts';
import {
  looseNumberingOf,
  type Numbering,
  numberingAtEnd,
  numberingOf,
  numeralAlone,
} from '../../../language/numbering.ts';
import type { BodyLines } from '../../../page/body-lines.ts';

/** The number that a line has, at its start, alone, in a form of the book's own, or at its end. */
export function numberingIn(rest: string, body: BodyLines, index: number): Numbering | undefined {
  const sure = numberingOf(rest);
  if (sure) return isFolio(rest) ? undefined : sure;
  const alone = numeralAlone(rest);
  // A bare number between blank lines may be a page number. It is a heading only right above text.
  if (alone) return body.next(index) === index + 1 || body.isolated(index) ? alone : undefined;
  return looseNumberingOf(rest) ?? numberingAtEnd(rest);
}
