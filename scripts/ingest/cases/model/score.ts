import type { Lattice } from './divisions/lattice.ts';
import { roles, type RuleFeatures } from './features/features.ts';
import { paragraphFeatures } from './features/paragraph.ts';
import { segmentFeatures, traitsAt } from './features/segment.ts';
import { weigh } from './features/sparse.ts';
import { traitScores } from './features/traits.ts';

const perRole = paragraphFeatures.length;
/** Where the weights of each role's features start. */
export const roleAt = Object.fromEntries(roles.map((role, index) => [role, index * perRole])) as Record<
  (typeof roles)[number],
  number
>;
/** Where the weights of the segments' features start. */
export const segmentsAt = roles.length * perRole;
export const weightCount = segmentsAt + segmentFeatures.length;
/** The weight of following another story with no argument between them. */
export const adjacentAt = weightCount - 1;

/** What a story's segment adds to its paragraphs' scores at most; found in training, with room to spare. */
const mostOfSegment = 8;

/**
 * The lattice with the scores that the weights give its stories.
 * @param hopeless stories that score below this, whatever their segment adds, are left out
 */
export function score(
  { paragraphs, segmentScore }: RuleFeatures,
  lattice: Lattice,
  weights: Float64Array,
  hopeless = -Infinity,
): Lattice {
  const { size, longest } = lattice;
  const story = Float64Array.from(lattice.story);
  const of = (base: number) =>
    Float64Array.from(paragraphs.readings, ({ features }) => weigh(features, weights, base));
  const inside = of(roleAt.inside);
  const first = of(roleAt.first);
  const last = of(roleAt.last);
  const before = of(roleAt.before);
  const after = of(roleAt.after);
  const ofTraits = traitScores(paragraphs.readings, weights, segmentsAt + traitsAt);
  for (let start = 0; start < size; start += 1) {
    let sum = first[start]! + (start > 0 ? before[start - 1]! : 0);
    for (let length = 1; length <= longest && start + length <= size; length += 1) {
      const end = start + length - 1;
      const at = start * longest + length - 1;
      sum += inside[end]!;
      if (story[at] === -Infinity) continue;
      const alone = sum + last[end]! + (end + 1 < size ? after[end + 1]! : 0);
      if (alone + mostOfSegment < hopeless && !lattice.told[start]) story[at] = -Infinity;
      else story[at]! += alone + segmentScore(start, length, weights, segmentsAt) + ofTraits(start, end);
    }
  }
  return { ...lattice, story, adjacent: lattice.adjacent.map((settled) => settled + weights[adjacentAt]!) };
}
