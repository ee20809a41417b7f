import { visibleLength } from '../../language/prose.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import type { Run } from '../model/run.ts';

/** In a run that vouches for a member, this share of the members have the shape of headings; less if its form is one of headings. */
const minShaped = 0.7;
const minShapedStrong = 0.5;
const fewestMembers = 4;
/** So many lines in a row may have lost their shape. */
const longestStretch = 3;
/** A title may be longer than those of the other members by this factor and this many characters. */
const lengthFactor = 1.5;
const lengthSlack = 4;

/**
 * The headings of a run. A line that hasn't quite the shape of one (第八类：露财， or 第八类 right below a line that goes on) is
 * one if the numbers say so: it is the very next after a heading, and a heading is the very next after it.
 */
export function headingsOf({ members }: Run): Candidate[] {
  const shaped = members.filter((member) => member.shaped);
  const least = members[0]?.strong ? minShapedStrong : minShaped;
  if (members.length < fewestMembers || shaped.length < least * members.length) return shaped;
  const longest = shaped.reduce((most, { title }) => Math.max(most, visibleLength(title)), 0);
  const headings: Candidate[] = [];
  let stretch: Candidate[] = [];
  let before: Candidate | undefined;
  for (const member of members) {
    if (!member.shaped) {
      stretch.push(member);
      continue;
    }
    const isVouched = stretch.length <= longestStretch && countsOn(before, [...stretch, member]);
    for (const each of isVouched ? stretch : []) {
      const title = each.title.replace(markAtEnd, '');
      if (mayHead(title, lengthFactor * longest + lengthSlack)) headings.push({ ...each, title });
    }
    headings.push(member);
    stretch = [];
    before = member;
  }
  return headings;
}

/** Whether numbers count up by one from a heading on, or from 1. */
function countsOn(before: Candidate | undefined, members: Candidate[]): boolean {
  let last = before ?? { number: 0, parent: members[0]?.parent };
  return members.every((member) => {
    const isNext = member.number === (last.number ?? 0) + 1 && member.parent === last.parent;
    last = member;
    return isNext;
  });
}

const markAtEnd = /[。；：，、.;:,]$/;

/** Whether words may head something, whatever the line above them. */
function mayHead(title: string, maxLength: number): boolean {
  return title !== '' && visibleLength(title) <= maxLength && !/[。；！？]|[，,].*[，,]/.test(title);
}
