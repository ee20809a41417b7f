import { numberingOf } from '../language/numbering.ts';
import { must } from '../../../src/lib/must.ts';
import type { Candidate } from './candidates/line/candidate.ts';

/** Fewer decimals, or a smaller share of all headings, don't tell the levels. */
const fewestDecimals = 4;
const minShare = 0.8;

/** A marked heading whose number tells its depth: 1 of 9, 2 of 9.1, 3 of 9.1.2. */
interface Decimal {
  candidate: Candidate;
  depth: number;
}

/**
 * Headings that the source's own format marks at levels that their decimals contradict, 9.1 above 9.1.1 and 9.2: the decimals
 * tell the levels. Other headings stay where they are.
 */
export function byDecimals(candidates: Candidate[]): Candidate[] {
  const marked = candidates.filter(({ form }) => form.startsWith('#'));
  const decimals = marked.flatMap((candidate): Decimal[] => {
    const scheme = numberingOf(candidate.whole)?.scheme ?? '';
    return /^N(?:\.N)*$/.test(scheme) ? [{ candidate, depth: scheme.split('.').length }] : [];
  });
  if (decimals.length < Math.max(fewestDecimals, minShare * marked.length)) return candidates;
  const levels = Map.groupBy(decimals, ({ depth }) => depth);
  const isParted = [...levels.values()].some(
    (all) => new Set(all.map(({ candidate }) => candidate.form)).size > 1,
  );
  if (!isParted || !areNested(decimals)) return candidates;
  const top = Math.min(...levels.keys());
  const depths = new Map(decimals.map(({ candidate, depth }) => [candidate, depth - top + 1]));
  return candidates.map((each) => {
    const level = depths.get(each);
    return level === undefined ? each : { ...each, form: `# ${level}`, rank: level - 10 };
  });
}

/** Whether nearly all decimals below the highest come behind the one that they are below: 9.1.2 behind 9.1. */
function areNested(decimals: Decimal[]): boolean {
  const top = Math.min(...decimals.map(({ depth }) => depth));
  const open = new Map<number, number>();
  let [below, nested] = [0, 0];
  for (const { candidate, depth } of decimals) {
    const { number = 0, parent = 0 } = candidate;
    if (depth > top) {
      below += 1;
      if (open.get(depth - 1) === parent) nested += 1;
    }
    open.set(depth, parent * 1000 + number);
  }
  return nested >= minShare * below && below > 0 && must(decimals[0]).depth === top;
}
