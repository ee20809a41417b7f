import { markOf } from '../forms/variants.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import type { Run } from '../model/run.ts';

/** Numbers that may be missing between two members: damage, or a heading that is spoilt. */
const widestGap = 3;
const widestStrongGap = 12;
/** A run that may go on, its last member, and the keys of its titles. */
export interface Open {
  run: Run;
  last: Candidate;
  keys: Set<string>;
}

/** What is asked about the lines between two candidates. */
export type Between = (from: Candidate, to: Candidate) => boolean;

/** Index of the open run that a candidate continues, the innermost first; -1 if it continues none. */
export function continued(
  open: Open[],
  candidate: Candidate,
  isAcross: Between,
  isFar: Between,
  isText: Between,
): number {
  // The very next number of any goes before numbers left out: 14 behind a chapter 13 that ends with a list of 5. If it is
  // the next of several, the printed mark tells: 4. behind 3. and a list that ends with 3、.
  const next = open.filter(({ last }) => isStep(last, candidate));
  const alike = next.filter(({ last }) => markOf(last) === markOf(candidate));
  const likelier = alike.length > 0 ? alike : next.length > 0 ? next : open;
  // A list does not go on below the next chapter with a number left out.
  const continues = ({ last }: Open): boolean =>
    follows(last, candidate, isFar(last, candidate)) &&
    (candidate.strong ||
      candidate.parent !== undefined ||
      (candidate.number ?? 0) - (last.number ?? 0) === 1 ||
      !isAcross(last, candidate) ||
      isFar(last, candidate));
  const goesOn = (each: Open): boolean => likelier.includes(each) && continues(each);
  // A heading goes on from a heading rather than from a sentence that begins like one.
  const fromHeading =
    candidate.strong && candidate.shaped
      ? open.findLastIndex((each) => each.last.shaped && goesOn(each))
      : -1;
  if (fromHeading >= 0) return fromHeading;
  const inner = open.findLastIndex(goesOn);
  if (candidate.shaped && open[inner]?.last.shaped === false) {
    // As far on from a heading as a chapter is long, a number goes on counting headings rather than sentences.
    const heading = open.findLastIndex(
      (each, i) => i < inner && each.last.shaped && goesOn(each) && isFar(each.last, candidate),
    );
    if (heading >= 0) return heading;
  }
  // Behind text, the number after the last item of a list goes on counting what the list is inside of.
  const list = open[inner];
  const isBehindList = list !== undefined && isList(list.run, isText) && isText(list.last, candidate);
  const outer = isBehindList
    ? open.findLastIndex((each, i) => i < inner && !isList(each.run, isText) && goesOn(each))
    : -1;
  return outer >= 0 ? outer : inner;
}

/** Whether the last items of a run have no text between them. */
function isList({ members }: Run, isText: Between): boolean {
  const [above, last] = [members.at(-2), members.at(-1)];
  return above !== undefined && last !== undefined && !isText(above, last);
}

/** Whether a number is the very next, 3.1 behind 2.4 as well. */
function isStep(last: Candidate, { number, parent }: Candidate): boolean {
  return parent === last.parent
    ? number === (last.number ?? 0) + 1
    : number === 1 && parent !== undefined && parent === (last.parent ?? 0) + 1;
}

function follows(last: Candidate, { number, parent, strong }: Candidate, far: boolean): boolean {
  const from = last.number ?? 0;
  const to = number ?? 0;
  if (parent !== last.parent) {
    if (parent === undefined || last.parent === undefined) return false;
    return parent > last.parent && parent - last.parent <= widestGap && to <= 2;
  }
  return to > from && to - from <= (strong || far ? widestStrongGap : widestGap);
}
