import { must } from '../../../../src/lib/must.ts';
import { countUpTo } from '../../sorted.ts';
import type { Series } from '../model/series.ts';

/** This share of the runs of a series must lie between two members of the one that it is inside of. */
export const minNested = 0.8;

/**
 * Order series by rank. The exception is a series that starts again between the members of another one: it is
 * below that one, whatever their ranks. For example, 1. is above 一、 if each 1. has a 一、 of its own.
 */
export function inHierarchy(series: Series[]): Series[] {
  const ordered = [...series];
  let left = ordered.length;
  let moved = true;
  while (moved && left > 0) {
    moved = false;
    left -= 1;
    for (let i = 0; i + 1 < ordered.length; i += 1) {
      const [upper, lower] = [must(ordered[i]), must(ordered[i + 1])];
      if (upper.form.startsWith('#') || !isBelow(upper, lower)) continue;
      ordered[i] = lower;
      ordered[i + 1] = upper;
      moved = true;
    }
  }
  return ordered;
}

/** Whether one series is below another, whatever their ranks. */
export function isBelow(one: Series, other: Series): boolean {
  return (
    (nested(one, other) >= minNested && nested(other, one) < 0.5) ||
    isParted(one, other) ||
    isWithin(one, other)
  );
}

/** A series that heads chapters has this many times the lines of one that heads sections of a single chapter. */
const surelyWider = 4;

/** Whether one series covers so much more of the book that it must be above the other. */
function isWider(outer: Series, inner: Series): boolean {
  const span = ({ members }: Series): number => must(members.at(-1)).first - must(members[0]).first;
  return outer.members.length > 2 && span(outer) >= surelyWider * span(inner);
}

/** So many times as many members make a series longer whose form may number lists as well. */
const surelyLonger = 3;

/** Whether all of a series lies between two neighbours of another, longer one: 第一部分, 第二部分 inside 第五章. */
export function isWithin(inner: Series, outer: Series): boolean {
  const [first, last] = [inner.members[0], inner.members.at(-1)];
  if (!first || !last || inner.members.length < 2) return false;
  // The decimals 5.5 and 5.6 on either side of 一、 to 九、 tell as surely as headings do.
  const isSure = (inner.strong && outer.strong) || outer.form === 'N.N';
  if (!isSure && outer.members.length < surelyLonger * inner.members.length && !isWider(outer, inner))
    return false;
  const starts = outer.members.map((member) => member.first);
  const before = countUpTo(starts, first.first);
  const isSurelyBehind = before > 1 || (before === 1 && isWider(outer, inner));
  return isSurelyBehind && before < starts.length && before === countUpTo(starts, last.first);
}

/** This share of the gaps of the higher series must hold a member of the lower one. */
const minParted = 0.8;

/**
 * Whether a series that counts on is divided by another with fewer members, each before some of its own: 第一条 …
 * below 一、.
 */
function isParted(inner: Series, outer: Series): boolean {
  const [first, start] = [inner.members[0]?.first ?? 0, outer.members[0]?.first ?? 0];
  if (start > first || outer.members.length < 2 || outer.members.length >= inner.members.length) return false;
  if (nested(outer, inner) >= 0.5) return false;
  const starts = inner.members.map((member) => member.first);
  const gaps = outer.runs.flatMap(({ members }) =>
    members.slice(1).map((member, i) => [members[i]?.first ?? 0, member.first] as const),
  );
  // The last one has some of its own, too: a notice at both ends of a file has none below the second.
  if (countUpTo(starts, outer.members.at(-1)?.first ?? 0) === starts.length) return false;
  const filled = gaps.filter(([from, to]) => countUpTo(starts, to) > countUpTo(starts, from)).length;
  return gaps.length > 0 && filled >= minParted * gaps.length;
}

/** The share of a series' runs that each lie between two neighbouring members of another series. */
export function nested(inner: Series, outer: Series): number {
  const runs = inner.runs.filter(({ members }) => members.length > 1);
  if (runs.length < 2) return 0;
  const starts = outer.members.map(({ first }) => first);
  const within = runs.filter(({ members }) => {
    const [from, to] = [must(members[0]).first, must(members.at(-1)).first];
    return countUpTo(starts, from) === countUpTo(starts, to) && countUpTo(starts, from) > 0;
  });
  return within.length / runs.length;
}
