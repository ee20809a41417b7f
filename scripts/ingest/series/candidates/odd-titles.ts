import type { BodyLines } from '../../page/body-lines.ts';
import type { Candidate } from './line/candidate.ts';

/** If fewer of the numbers alone on their lines have a title below, no number of that form has one. */
const minTitlesBelow = 0.34;

/** If most numbers of a form have no title, drop the titles that the others took from the line below. */
export function withoutOddTitles(candidates: Candidate[], body: BodyLines): Candidate[] {
  const alone = Map.groupBy(
    candidates.filter(({ strong, last, first, label, title }) => strong && (last > first || title === label)),
    ({ form }) => form,
  );
  const odd = new Set(
    [...alone.values()].flatMap((members) => {
      const below = members.filter(({ first, last }) => last > first);
      return below.length < minTitlesBelow * members.length ? below : [];
    }),
  );
  return candidates.map((each) =>
    odd.has(each) ? { ...each, last: each.first, whole: body.text(each.first), title: each.label } : each,
  );
}
