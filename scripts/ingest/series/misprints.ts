import { bisect } from '../../../src/lib/bisect.ts';
import type { Candidate } from './candidates/candidate.ts';

/** Units that scans and typing confuse, each with what is meant. */
const confused = new Map([
  ['第张', '第章'],
  ['第意', '第章'],
  ['第童', '第章'],
  ['第竟', '第章'],
  ['第彰', '第章'],
  ['第市', '第节'],
  ['第书', '第节'],
  ['第固', '第回'],
  ['第同', '第回'],
  ['第蒋', '第讲'],
  ['第储', '第篇'],
]);

/**
 * Headings whose unit is misprinted (第二张 for 第二章) have the form of those around them, if their number is missing
 * there: the one before has the number before, or the one behind has the number behind.
 */
export function mendUnits(candidates: Candidate[]): Candidate[] {
  const sound = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (!candidate.strong) continue;
    const members = sound.get(candidate.form);
    if (members) members.push(candidate);
    else sound.set(candidate.form, [candidate]);
  }
  return candidates.map((candidate) => {
    const form = candidate.shaped ? confused.get(candidate.form) : undefined;
    const members = form === undefined ? undefined : sound.get(form);
    const { number } = candidate;
    if (!members || form === undefined || number === undefined) return candidate;
    const at = bisect(members.length, (i) => (members[i]?.first ?? 0) < candidate.first);
    const [before, behind] = [members[at - 1], members[at]];
    const isMissing = before?.number !== number && behind?.number !== number;
    const isNext = before?.number === number - 1 || behind?.number === number + 1;
    return isMissing && isNext
      ? { ...candidate, form, rank: members[0]?.rank ?? candidate.rank, strong: true, loose: false }
      : candidate;
  });
}
