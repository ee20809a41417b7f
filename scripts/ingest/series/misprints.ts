import { bisect } from '../../../src/lib/bisect.ts';
import { parseNumeral } from '../../../src/lib/numerals.ts';
import { isPlaced } from './forms/placed.ts';
import type { Candidate } from './candidates/line/candidate.ts';
import { must } from '../../../src/lib/must.ts';

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

/** Words that some headings of a book have before the number and a few haven't. */
const wordsBefore = '… ';
/** A number with nothing between it and the title. */
const gluedForm = 'N glued';
/** What the form of a number in bold type begins with. */
const bold = 'bold ';
/** Fewer headings of one form set no pattern for those of another. */
const fewestOfForm = 3;

/**
 * Headings that fill a gap in the numbers of another form belong to it: a misprinted unit (第二张 for 第二章), a number
 * with a space behind it among numbers without one, a heading without the words that the others have before it, or one in
 * bold type.
 */
export function mendForms(candidates: Candidate[]): Candidate[] {
  const mended = mendOnce(candidates);
  // What has found its place makes one for the next: 25 for 26.
  return mended.some((each, i) => each !== candidates[i]) ? mendOnce(mended) : candidates;
}

function mendOnce(candidates: Candidate[]): Candidate[] {
  const byForm = Map.groupBy(
    candidates.filter(({ number, shaped }) => number !== undefined && shaped),
    ({ form }) => form,
  );
  return candidates.map((read) => {
    const candidate = isPlaced(read.form) && byForm.has(gluedForm) ? withNumber(read) : read;
    const home = homeOf(candidate, byForm);
    const members = home === undefined ? undefined : byForm.get(home);
    return members && fillsGap(candidate, members) ? { ...candidate, ...formOf(must(members[0])) } : read;
  });
}

/** 26成败效应: what might be an amount is a number if it is the next of a series. */
function withNumber(candidate: Candidate): Candidate {
  const label = /^[0-9０-９]{1,3}(?=[^\s0-9０-９.．])/.exec(candidate.whole)?.[0];
  if (label === undefined) return candidate;
  const title = candidate.whole.slice(label.length);
  return { ...candidate, form: 'N', label, number: parseNumeral(label), title };
}

/** The form that a heading is likely to be of although it is printed otherwise. */
function homeOf({ form, shaped, label }: Candidate, byForm: Map<string, Candidate[]>): string | undefined {
  if (!shaped) return undefined;
  const size = (name: string): number => byForm.get(name)?.length ?? 0;
  const meant = confused.get(form);
  if (meant !== undefined) return meant;
  const other = form.startsWith(wordsBefore) ? form.slice(wordsBefore.length) : wordsBefore + form;
  if (/第\S{1,2}$/.test(form) && size(other) >= fewestOfForm && size(other) > size(form)) return other;
  // 1. 引言 in bold type above 2. 概述 and 3. 运行 without.
  const otherType = form.startsWith(bold) ? form.slice(bold.length) : bold + form;
  if (size(otherType) >= fewestOfForm && size(otherType) > size(form)) return otherType;
  const isSpaced = form === 'N' && /^[0-9０-９]+$/.test(label);
  return isSpaced && size(gluedForm) >= fewestOfForm && size(gluedForm) > size('N') ? gluedForm : undefined;
}

/** Whether a number is missing where a heading is: the one before has the number before, or the one behind has the number behind. */
function fillsGap({ first, number = 0 }: Candidate, members: Candidate[]): boolean {
  const at = bisect(members.length, (i) => (members[i]?.first ?? 0) < first);
  const [before, behind] = [members[at - 1], members[at]];
  const isMissing = before?.number !== number && behind?.number !== number;
  return isMissing && (before?.number === number - 1 || behind?.number === number + 1);
}

const formOf = ({
  form,
  rank,
  strong,
  loose,
}: Candidate): Pick<Candidate, 'form' | 'rank' | 'strong' | 'loose'> => ({ form, rank, strong, loose });
