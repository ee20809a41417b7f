import { bisect } from '../../../src/lib/bisect.ts';
import { append } from '../append.ts';
import { matchKey } from '../../../src/lib/squeeze.ts';
import { withoutNumbers } from '../page/furniture/repeated-titles.ts';
import { isInserted } from '../language/numbering.ts';
import type { Candidate } from './candidates/line/candidate.ts';
import { markOf } from './forms/variants.ts';
import { countUpTo } from '../sorted.ts';
import { must } from '../../../src/lib/must.ts';

/** Candidates of one form that count up: 1, 2, 3 …; of a form without numbers, all between two higher headings. */
export interface Run {
  members: Candidate[];
  /** It lies between two members of another run of its form: 1. 2. 3. below 1. */
  inside: boolean;
}

/** Numbers that may be missing between two members: damage, or a heading that is spoilt. */
const widestGap = 3;
const widestStrongGap = 12;
/** Runs of one form that may stand one inside another, or still go on behind another. */
const maxOpenRuns = 6;
/** So many numbers in a row go on counting a run of as many that broke off, whatever number they start from. */
const fewestBehindBreak = 5;

interface Open {
  run: Run;
  last: Candidate;
  keys: Set<string>;
}

/** What is asked about the lines between two candidates. */
type Between = (from: Candidate, to: Candidate) => boolean;

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

/**
 * Numbers that count on by one, but behind a misprint or a longer loss: 114, then 132, 133, 134 …. They belong to the last
 * run above them that is as sure.
 * @returns those that belong to none
 */
function addBroken(runs: Run[], orphans: Candidate[]): Candidate[] {
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

/** Index of the open run that a candidate continues, the innermost first; -1 if it continues none. */
function continued(
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

/** Runs of a form without numbers: all of its candidates. */
export function unnumberedRun(candidates: Candidate[]): Run[] {
  return candidates.length > 0 ? [{ members: candidates, inside: false }] : [];
}

/** Behind a title: the marks that frame it, or the section that a running head names: 第九章 标题 第二节 小标题. */
const behindTitle = /[■●★◆▲※]+$|\s(?:第\S{1,4}[节節](?=\s|$)|\d{1,2}[.．、]).*$/;

/** A title without the page number or the section that a running head may carry. */
export function keyOf({ title }: Candidate): string {
  return withoutNumbers(matchKey(title.replace(behindTitle, '')));
}

function add(open: Open, candidate: Candidate): void {
  open.run.members.push(candidate);
  open.last = candidate;
  open.keys.add(keyOf(candidate));
}

function starts({ number, strong }: Candidate): boolean {
  return number === 1 || (number === 0 && strong);
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

/** Strong headings with a number misprinted or unreadable belong to the run around them, if a number is missing there. */
function addStrays(runs: Run[], strays: Candidate[]): Run[] {
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
