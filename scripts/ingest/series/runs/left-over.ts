import { bisect } from '../../../../src/lib/bisect.ts';
import { must } from '../../../../src/lib/must.ts';
import { append } from '../../append.ts';
import { countUpTo } from '../../sorted.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import { keyOf, type Run } from '../model/run.ts';

/** Numbers that may be missing between two of a chain. */
const widestGap = 3;
/** So many numbers in a row go on counting a run of as many that broke off, whatever number they start from. */
const fewestBehindBreak = 5;

/**
 * Numbers that count on by one, but behind a misprint or a longer loss: 114, then 132, 133, 134 …. They belong to the last
 * run above them that is as sure.
 * @returns those that belong to none
 */
export function addBroken(runs: Run[], orphans: Candidate[]): Candidate[] {
  const left: Candidate[] = [];
  let chain: Candidate[] = [];
  const close = (): void => {
    const first = chain[0];
    const home =
      first && chain.length >= fewestBehindBreak
        ? runs.findLast(
            ({ members }) =>
              members.length >= fewestBehindBreak &&
              must(members.at(-1)).first < first.first &&
              (must(members.at(-1)).number ?? Infinity) < (first.number ?? 0),
          )
        : undefined;
    append(home ? home.members : left, chain);
    chain = [];
  };
  for (const orphan of orphans) {
    const last = chain.at(-1);
    const step = (orphan.number ?? 0) - (last?.number ?? 0);
    if (last && (step < 1 || step > widestGap || orphan.parent !== last.parent)) close();
    chain.push(orphan);
  }
  close();
  return left;
}

/** Strong headings with a number misprinted or unreadable belong to the run around them, if a number is missing there. */
export function addStrays(runs: Run[], strays: Candidate[]): Run[] {
  const starts = runs.map(({ members }) => must(members[0]).first);
  const keysOfRuns = new Map<Run, Set<string>>();
  for (const stray of strays) {
    if (!stray.shaped) continue;
    const home = runs[countUpTo(starts, stray.first - 1) - 1];
    if (!home) continue;
    const { members } = home;
    const keys = keysOfRuns.get(home) ?? new Set(members.map(keyOf));
    keysOfRuns.set(home, keys);
    const at = bisect(members.length, (i) => must(members[i]).first <= stray.first);
    const below = members[at];
    const above = must(members[at - 1]);
    const key = keyOf(stray);
    if (keys.has(key)) continue;
    const missing = below ? (below.number ?? 0) - (above.number ?? 0) > 1 : stray.number === undefined;
    if (
      missing ||
      (key !== '' && stray.number !== undefined && below !== undefined && stray.strong && stray.label !== '')
    ) {
      members.splice(at, 0, stray);
      keys.add(key);
    }
  }
  return runs;
}
