import { isFolio } from '../../language/folio.ts';
import { isNamedLine, startsInside, visibleLength } from '../../language/prose.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import type { Candidate } from './line/candidate.ts';

/** The form of a title with a ruler right above and right below. */
const boxedForm = 'boxed';
const longestTitle = 40;
/** The same where empty lines are between the title and its rulers, as around a scene of one line. */
const longestLoose = 26;

/**
 * A title between two rulers, with nothing else between them. It may have any marks but those that end a sentence:
 * 下雨之后，谁来收伞？（2）.
 */
export function readBoxed(body: BodyLines, index: number): Candidate | undefined {
  const whole = body.text(index);
  const isTight = isRuler(body, index - 1) && isRuler(body, index + 1);
  const isLoose = rulerBeyond(body, index, -1) >= 0 && rulerBeyond(body, index, 1) >= 0;
  if ((!isTight && !isLoose) || body.next(index) < 0) return undefined;
  const length = visibleLength(whole);
  const isTitle =
    length > 1 &&
    length <= (isTight ? longestTitle : longestLoose) &&
    (isTight || !/[，！!？?…”」]|^[“「]/.test(whole)) &&
    !/[。；;，,：:]$|[。；]/.test(whole) &&
    /\p{L}/u.test(whole) &&
    !startsInside(whole) &&
    !isNamedLine(whole) &&
    !isFolio(whole);
  if (!isTitle) return undefined;
  const none = { number: undefined, parent: undefined, label: '' };
  return {
    first: index,
    last: index,
    form: boxedForm,
    rank: 2.15,
    ...none,
    whole,
    title: whole,
    strong: false,
    loose: false,
    shaped: true,
  };
}

/** Whether a ruler is the lower one of two around a single line. */
export function closesBox(body: BodyLines, index: number): boolean {
  const title = body.text(index - 1) === '' ? index - 2 : index - 1;
  return isRuler(body, index) && title >= body.start && readBoxed(body, title) !== undefined;
}

/** Index of the ruler before or after a line, with at most one empty line between; -1 if there is none. */
function rulerBeyond(body: BodyLines, index: number, step: 1 | -1): number {
  if (isRuler(body, index + step)) return index + step;
  return body.text(index + step) === '' && isRuler(body, index + 2 * step) ? index + 2 * step : -1;
}

function isRuler(body: BodyLines, index: number): boolean {
  return index >= body.start && body.lines[index]?.ruler === true;
}
