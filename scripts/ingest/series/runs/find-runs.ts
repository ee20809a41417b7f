import { must } from '../../../../src/lib/must.ts';
import { isInserted } from '../../language/numbering.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import { addBroken, addStrays } from './left-over.ts';
import { continued, type Between, type Open } from './open-runs.ts';
import { keyOf, type Run } from '../model/run.ts';

/** Runs of one form that may stand one inside another, or still go on behind another. */
const maxOpenRuns = 6;
/**
 * Split the candidates of one form into runs that count up. A number that continues no open run starts a new run
 * if it is 1 or the first of all; otherwise it is left out. If its run already has the number with the same
 * title, the line is a running head.
 * @param isAcross whether a higher heading is between two lines
 * @param isFar whether there is as much text between two lines as between chapters: then numbers may be missing
 * @param isText whether there is any text between two lines
 */
export function findRuns(candidates: Candidate[], isAcross: Between, isFar: Between, isText: Between): Run[] {
  const runs: Run[] = [];
  const open: Open[] = [];
  const strays: Candidate[] = [];
  const orphans: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.number === undefined) {
      strays.push(candidate);
      continue;
    }
    const top = open.at(-1);
    if (
      top &&
      !isInserted(candidate.label) &&
      repeats(top, candidate) &&
      !(isAcross(top.last, candidate) && starts(candidate))
    )
      continue;
    if (top && mends(top.last, candidate)) {
      top.run.members.pop();
      add(top, candidate);
      continue;
    }
    if (top && countsTwice(top, candidate)) {
      add(top, candidate);
      continue;
    }
    const at = continued(open, candidate, isAcross, isFar, isText);
    if (at >= 0) {
      // What is continued closes the runs inside it.
      for (const { run } of open.splice(at + 1)) run.inside = true;
      add(must(open[at]), candidate);
    } else if (starts(candidate) || open.length === 0) {
      const run: Run = { members: [candidate], inside: false };
      runs.push(run);
      open.push({ run, last: candidate, keys: new Set([keyOf(candidate)]) });
      if (open.length > maxOpenRuns) open.splice(shortestInside(open), 1);
    } else orphans.push(candidate);
  }
  const left = addBroken(runs, orphans).filter(({ strong }) => strong);
  return addStrays(
    runs,
    [...strays, ...left].sort((a, b) => a.first - b.first),
  );
}

/** Index of the run with the fewest members between the outermost and the last. */
function shortestInside(open: Open[]): number {
  const sizes = open.slice(1, -1).map(({ run }) => run.members.length);
  return sizes.indexOf(Math.min(...sizes)) + 1;
}

function add(open: Open, candidate: Candidate): void {
  open.run.members.push(candidate);
  open.last = candidate;
  open.keys.add(keyOf(candidate));
}

function starts({ number, strong }: Candidate): boolean {
  return number === 1 || (number === 0 && strong);
}

/** Another heading of the same number and another title: a book that counts two chapters alike. */
function countsTwice({ last, keys }: Open, candidate: Candidate): boolean {
  const key = keyOf(candidate);
  if (isInserted(candidate.label) && last.number === candidate.number && last.label !== candidate.label)
    return true;
  return (
    candidate.strong && candidate.shaped && last.number === candidate.number && key !== '' && !keys.has(key)
  );
}

/** A sentence that happened to begin with the number that the heading below it has. */
function mends(last: Candidate, candidate: Candidate): boolean {
  return (
    !last.shaped && candidate.shaped && last.number === candidate.number && last.parent === candidate.parent
  );
}

/** A running head prints the number and title of the last member again. */
function repeats(open: Open, candidate: Candidate): boolean {
  if (open.last.number !== candidate.number || open.last.parent !== candidate.parent) return false;
  const key = keyOf(candidate);
  return key === '' ? candidate.first - open.last.last < 3 : open.keys.has(key);
}
