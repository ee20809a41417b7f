import { pushTo } from '../src/lib/push-to.ts';
import type { Random } from './random.ts';

/** Characters by the two before them, as a text has them. */
export type Successors = ReadonlyMap<string, string[]>;

export function learn(texts: Iterable<string>): Successors {
  const successors = new Map<string, string[]>();
  for (const text of texts) {
    for (let at = 2; at < text.length; at += 1) {
      pushTo(successors, text.slice(at - 2, at), text.charAt(at));
    }
  }
  return successors;
}

/** Where a made text may begin. */
export const beginnings = (successors: Successors): string[] =>
  [...successors.keys()].filter((pair) => /^\p{Script=Han}{2}$/u.test(pair));

/** A text in which each character follows the two before it as often as in the texts that were learnt from. */
export function write(
  length: number,
  starts: readonly string[],
  successors: Successors,
  random: Random,
): string {
  let text = '';
  let before = random.pick(starts);
  while (text.length < length) {
    const next = successors.get(before);
    // A little chance, so that pages are not made of the same few runs.
    const character =
      next && !random.chance(0.04) ? random.pick(next) : random.pick(random.pick(starts).split(''));
    text += character;
    before = before.charAt(1) + character;
  }
  return text;
}
