import { markOf } from '../../edition/names/mark.ts';
import type { BookLanguage } from '../../schemas/book.ts';
import { openFace, type Glyph } from './face.ts';

/** A character in the middle of a seal, which is a square of 32. */
export interface Mark {
  d: string;
  transform: string;
}

/** Size of the character in the seal. */
const size = 25;

/** Put an outline in the middle of a seal. */
export function placeMark(character: string, { path, advance }: Glyph): Mark {
  const scale = size / 1000;
  // Han characters fill their square; capitals sit on the baseline.
  const middle = /\p{Script=Han}/u.test(character) ? 380 : 355;
  const [x, y] = [16 - (advance * scale) / 2, 16 + middle * scale].map((value) => Number(value.toFixed(2)));
  return {
    d: path,
    transform: `translate(${String(x)} ${String(y)}) scale(${String(scale)} -${String(scale)})`,
  };
}

/** Draw the mark of a book. */
export async function drawMark(title: string, language: BookLanguage): Promise<Mark> {
  const character = markOf(title);
  return placeMark(character, (await openFace(600, character, language)).glyph(character));
}
