import type { Body } from '../page/body.ts';
import { matchKey } from '../../../src/lib/squeeze.ts';
import { isFolio } from '../language/folio.ts';
import { isNamedLine, isProse, startsItem, visibleLength } from '../language/prose.ts';
import type { Candidate } from './candidate.ts';

const longest = 26;
/** Empty lines above a title that has more of them than a paragraph. */
const emptyAbove = 2;

/** A title without a number that only its place gives away: printed twice in a row, or below more empty lines than usual. */
export function readSetOff(body: Body, index: number): Candidate[] {
  const whole = body.text(index);
  if (!canTitle(whole) || body.text(index - 1) !== '') return [];
  const next = body.next(index, Math.min(body.end, index + 4));
  if (next < 0) return [];
  if (matchKey(body.text(next)) === matchKey(whole)) return [titled(index, next, 'doubled', 2.1, whole)];
  if (index - body.start < emptyAbove || isProse(whole) || canTitle(body.text(next))) return [];
  for (let i = index - emptyAbove; i < index; i += 1) if (body.text(i) !== '') return [];
  return [titled(index, index, 'set off', 2.3, whole)];
}

function titled(first: number, last: number, form: string, rank: number, whole: string): Candidate {
  const none = { number: undefined, parent: undefined, label: '' };
  return { first, last, form, rank, ...none, whole, title: whole, strong: false, loose: false, shaped: true };
}

function canTitle(text: string): boolean {
  return (
    text !== '' &&
    visibleLength(text) <= longest &&
    visibleLength(text) > 1 &&
    !/[。！？；，、：:;,.…”）)]$|[。；]/.test(text) &&
    !isFolio(text) &&
    !isNamedLine(text) &&
    !startsItem(text) &&
    /^[\p{L}\p{N}《“「]/u.test(text) &&
    /\p{Script=Han}/u.test(text)
  );
}
