import { numberingOf } from '../../../language/numbering.ts';
import { closesQuote, endsSentence, isNamedLine, isProse } from '../../../language/prose.ts';
import type { BodyLines } from '../../../page/body-lines.ts';
import { indentOf } from './layout.ts';

/** Whether a line starts with more white space than a paragraph has. */
export function isCentred(index: number, body: BodyLines): boolean {
  return /^(?: {8,}|\t{2,}|\u3000{4,})/.test(body.lines[index]?.text ?? '');
}

/** Whether a line's indent differs from that of the lines above and below, which have the same one. */
export function isDentedApart(first: number, last: number, body: BodyLines): boolean {
  const [above, below] = [body.previous(first), body.next(last)];
  const indent = above < 0 || below < 0 ? '' : indentOf(body, above);
  // The heading may be printed twice, with its text below the second line.
  const next = [below, body.next(below)].find((at) => at >= 0 && indentOf(body, at) === indent);
  return indent !== '' && indentOf(body, first) !== indent && next !== undefined;
}

/** Whether a line can't continue the text above it. */
export function isApart(index: number, body: BodyLines): boolean {
  const line = body.lines[index];
  if (!line || index === body.start || line.pageBreak) return true;
  const above = body.text(index - 1);
  // Like a sentence, 参会：老徐、小林 and （2001年4月3日发布） end their lines.
  const isEnded = endsSentence(above) || isNamedLine(above) || endsRemark(above);
  return above === '' || isEnded || !isProse(above) || numberingOf(above) !== undefined;
}

/** Whether a line is a remark in brackets or the end of one. */
function endsRemark(text: string): boolean {
  return /[）)]$/.test(text) && (/^[（(]/.test(text) || closesQuote(text));
}

/** Whether a line is full and continues in the one below, in a book that wraps its lines. */
export function isCut(index: number, body: BodyLines): boolean {
  const { width, measure } = body.wrapping;
  const below = body.text(index + 1);
  if (width === 0 || below === '') return false;
  return measure(body.lines[index]?.text ?? '') > 0.85 * width && numberingOf(below) === undefined;
}
