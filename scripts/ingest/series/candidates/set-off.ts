import type { Line } from '../../model.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import { matchKey } from '../../../../src/lib/squeeze.ts';
import { isFolio } from '../../language/folio.ts';
import { endsSentence, isNamedLine, isProse, startsItem, visibleLength } from '../../language/prose.ts';
import { closesBox, readBoxed } from './boxed.ts';
import type { Candidate } from './line/candidate.ts';
import { indentOf, type Layout } from './line/layout.ts';

const maxTitleLength = 26;
/** A single empty line parts paragraphs as often as it heads a title. */
const surelyEmpty = 2;

/**
 * A title without a number that only its place gives away: between two rulers, printed twice in a row, below a ruler, below more empty
 * lines than a paragraph, or indented otherwise than one. A line may be several of these.
 */
export function readSetOff(body: BodyLines, index: number, layout: Layout): Candidate[] {
  const whole = body.text(index);
  const boxed = readBoxed(body, index);
  if (boxed) return [boxed];
  if (!canTitle(whole)) return readDented(body, index, layout);
  const next = body.next(index, Math.min(body.end, index + layout.gap + 4));
  if (next < 0) return [];
  const { empty, isRuled } = above(body, index, layout);
  if (empty > 0 && matchKey(body.text(next)) === matchKey(whole))
    return [titled(index, next, 'doubled', 2.1, whole)];
  if (isProse(whole)) return readDented(body, index, layout);
  const found: Candidate[] = [];
  if (isRuled) found.push(titled(index, index, 'ruled', 2.2, whole));
  if (canTitle(body.text(next))) return found;
  if (empty > layout.gap) {
    if (empty >= surelyEmpty) found.push(titled(index, index, 'set off', 2.3, whole));
    if (layout.gap === 0) found.push(titled(index, index, 'spaced', 2.32, whole));
  }
  return [...found, ...readDented(body, index, layout)];
}

/** A title without a number that is bold or larger than the text, as headings in Word are that have no style. */
export function readProminent(body: BodyLines, index: number): Candidate[] {
  const whole = body.text(index);
  const words = whole.replace(/[：:]$|[（(][^()（）]{1,12}[)）]$/, '');
  const next = body.next(index, body.end);
  return next >= 0 && canTitle(words) && !isProse(words) && !isOnTitlePage(body, index, next)
    ? [titled(index, index, 'bold or large', 2.25, whole)]
    : [];
}

/** Whether a line is among the bold or large ones that a text opens with, and no text is right below: the title of it all. */
function isOnTitlePage(body: BodyLines, index: number, next: number): boolean {
  const isTitling = ({ text, format }: Line): boolean => text.trim() === '' || format?.prominent === true;
  const below = body.text(next);
  return (
    body.lines.slice(body.start, index).every(isTitling) &&
    (body.lines[next]?.format?.prominent === true ||
      (!endsSentence(below) && visibleLength(below) <= maxTitleLength))
  );
}

/** A title that is indented otherwise than the paragraphs may be a question, or have a few words side by side. */
function readDented(body: BodyLines, index: number, layout: Layout): Candidate[] {
  const next = body.next(index, Math.min(body.end, index + layout.gap + 4));
  const whole = body.text(index);
  const words = whole.replace(/[（(][^()（）]{1,6}[)）]$|[？！?!]{1,9}$/, '').replace(/[、“”]/g, '');
  return next >= 0 && canTitle(words) && !isProse(words) && isDented(body, index, next, layout)
    ? [titled(index, index, 'dented', 2.35, whole)]
    : [];
}

/** Empty lines above a line, and whether one of them was a ruler. */
function above(body: BodyLines, index: number, { rulers }: Layout): { empty: number; isRuled: boolean } {
  let empty = 0;
  let isRuled = false;
  let i = index - 1;
  for (; i >= body.start && body.text(i) === ''; i -= 1) {
    empty += 1;
    isRuled ||= body.lines[i]?.ruler === true && !closesBox(body, i);
  }
  // What is above the first line is as good as empty, and a ruler between all chapters needs none above the first.
  if (i < body.start) empty = Math.max(empty, 1);
  return { empty, isRuled: isRuled || (i < body.start && rulers > 1) };
}

/** Whether a line is indented otherwise than the paragraph below, and than all others. */
function isDented(body: BodyLines, index: number, next: number, { indent }: Layout): boolean {
  if (indent === undefined || indent === '' || body.wrapping.width > 0) return false;
  const previous = body.previous(index);
  return (
    indentOf(body, index) !== indent &&
    indentOf(body, next) === indent &&
    (previous < 0 || endsSentence(body.text(previous)) || body.text(index - 1) === '')
  );
}

function titled(first: number, last: number, form: string, rank: number, whole: string): Candidate {
  const none = { number: undefined, parent: undefined, label: '' };
  return { first, last, form, rank, ...none, whole, title: whole, strong: false, loose: false, shaped: true };
}

function canTitle(text: string): boolean {
  return (
    text !== '' &&
    visibleLength(text) <= maxTitleLength &&
    visibleLength(text) > 1 &&
    !/[。！？；，、：:;,.…”）)]$|[。；]/.test(text) &&
    !isFolio(text) &&
    !isNamedLine(text) &&
    !startsItem(text) &&
    /^[\p{L}\p{N}《“「]/u.test(text) &&
    /\p{Script=Han}/u.test(text)
  );
}
