import { numeralCharacters } from '../../../src/lib/numerals.ts';
import { squeeze } from '../../../src/lib/squeeze.ts';
import { looseNumberingOf, numberingOf } from '../../ingest/language/numbering.ts';

/** A number and what it counts: 第三站, 贰卷. */
const unit = new RegExp(
  `^(第?)\\s*[${numeralCharacters}]+\\s*([^\\s${numeralCharacters}，。、：:.．])(?=[\\s　：:、]|第)|^第\\s*[${numeralCharacters}]+\\s*(\\p{Script=Han})`,
  'u',
);
/** Longer lines are text, even if they start like a heading. */
const maxHeadingLength = 80;

/**
 * The shape that the headings of a series share: the form of their number (第N站), a label in brackets, or a mark at the start.
 * A line with none of these has the shape of its words without their numbers. A blank or long line has no shape.
 */
export function shapeOf(line: string): string | undefined {
  const text = line.trim();
  if (text === '' || text.length > maxHeadingLength) return undefined;
  const counted = unit.exec(text);
  if (counted) return `${counted[1] ?? ''}N${counted[2] ?? ''}`;
  const numbering = numberingOf(text) ?? looseNumberingOf(text);
  if (numbering) return `numbered ${numbering.scheme}`;
  const label = /^[【〖［[（(]([^】〗\]）)]{1,16})[】〗］\])）]/.exec(text)?.[1];
  if (label !== undefined) return `label ${withoutNumbers(label)}`;
  const mark = /^[◆◇●○■□▲▶★☆※*#·•—–-]+/.exec(text)?.[0];
  if (mark !== undefined) return `mark ${mark[0] ?? ''}`;
  return `words ${withoutNumbers(text)}`;
}

/** Lines of one shape that an editor can choose at once. */
const maxAlike = 2000;

/** Numbers of the lines that have the shape of a line, itself included; the line alone if it has none. */
export function alikeLines(texts: readonly string[], line: number): number[] {
  const shape = shapeOf(texts[line - 1] ?? '');
  if (shape === undefined) return [line];
  return texts.flatMap((text, index) => (shapeOf(text) === shape ? [index + 1] : [])).slice(0, maxAlike);
}

const withoutNumbers = (text: string): string =>
  squeeze(text).replace(/[\d〇零一二三四五六七八九十百千]+/g, 'N');
