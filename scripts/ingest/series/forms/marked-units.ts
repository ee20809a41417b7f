import { numberingOf } from '../../language/numbering.ts';
import { must } from '../../../../src/lib/must.ts';
import { countUpTo } from '../../sorted.ts';
import type { Candidate } from '../candidates/line/candidate.ts';

/** Fewer headings of a unit are no level. */
const fewestOfUnit = 2;
/** This share of the headings must keep to the rule. */
const minShare = 0.8;
/** What lies between a level of the format's own and the next: each unit gets a part of it. */
const step = 0.1;

/** The headings with numbers of one form. */
interface Unit {
  rank: number;
  members: Candidate[];
}

/**
 * Headings that the source's own format marks alike although their numbers are of several levels: `## 第一章` and
 * `## 第一节`, or `## 1` and `## 1.1`. They are parted if the lower ones count anew below the upper ones, or
 * on from one to the next. Headings without a number stay with the upper ones.
 */
export function byMarkedUnit(form: string, all: Candidate[]): [form: string, members: Candidate[]][] {
  const units = new Map<string, Unit>();
  for (const candidate of all) {
    const numbering = numberingOf(candidate.whole);
    if (numbering?.number === undefined) continue;
    const unit = units.get(numbering.scheme) ?? { rank: numbering.rank, members: [] };
    units.set(numbering.scheme, unit);
    unit.members.push(candidate);
  }
  const ordered = [...units]
    .filter(([, { members }]) => members.length >= fewestOfUnit)
    .sort(([, a], [, b]) => a.rank - b.rank || must(a.members[0]).first - must(b.members[0]).first);
  const lower: [form: string, members: Candidate[]][] = [];
  let upper = ordered[0];
  for (const unit of ordered.slice(1)) {
    if (!upper || !isBelow(unit[1], upper[1])) continue;
    const rank = must(all[0]).rank + step * (lower.length + 1);
    lower.push([`${form} ${unit[0]}`, unit[1].members.map((each) => ({ ...each, rank }))]);
    upper = unit;
  }
  const taken = new Set(lower.flatMap(([, members]) => members.map(({ first }) => first)));
  const left = all.filter(({ first }) => !taken.has(first));
  const plain = lower.length === 0 && ordered[0] ? betweenNumbers(ordered[0][1].members, left) : [];
  if (plain.length === 0) return [[form, left], ...lower];
  const rank = must(all[0]).rank + step;
  const below = new Set(plain);
  return [
    [form, left.filter((each) => !below.has(each))],
    [`${form} plain`, plain.map((each) => ({ ...each, rank }))],
  ];
}

/** Fewer numbered headings are no chapters of others marked alike. */
const fewestNumbered = 3;
/** This share of the numbered headings have some without a number below. */
const minWithin = 0.6;

/**
 * The headings without a number that are below numbered ones marked alike: 一、 开发, 立项, 设计, 二、 需求, 个人, 企业. The numbers
 * count up by one from the first of all on, and most of them have such headings below.
 */
function betweenNumbers(numbered: Candidate[], all: Candidate[]): Candidate[] {
  const counted = numbered.filter(({ number }, i) => number === i + 1).length;
  if (numbered.length < fewestNumbered || counted < numbered.length || all[0] !== numbered[0]) return [];
  const starts = numbered.map(({ first }) => first);
  const counting = new Set(numbered);
  const plain = all.filter((each) => !counting.has(each));
  const parted = new Set(plain.map(({ first }) => countUpTo(starts, first)));
  return plain.length > numbered.length && parted.size >= minWithin * numbered.length ? plain : [];
}

function isBelow(lower: Unit, upper: Unit): boolean {
  const starts = upper.members.map(({ first }) => first);
  const sections = Map.groupBy(lower.members, ({ first }) => countUpTo(starts, first));
  const below = [...sections.values()];
  if (sections.has(0)) return false;
  if (namesUpper(sections, upper.members)) return true;
  if (below.length < fewestOfUnit) return false;
  return countsAnew(below) || (lower.rank > upper.rank && countsThrough(below, upper.members));
}

/** Whether nearly all decimals begin with the number of the upper heading that they are below: 7.1.2 below 7.1. */
function namesUpper(sections: ReadonlyMap<number, Candidate[]>, upper: Candidate[]): boolean {
  let [all, named] = [0, 0];
  for (const [place, members] of sections) {
    const { number = 0, parent = 0 } = must(upper[place - 1]);
    all += members.length;
    named += members.filter((each) => each.parent === parent * 1000 + number).length;
  }
  return named >= minShare * all;
}

/** Whether numbers start from 1 below nearly all of the upper headings that have any below, and of these there are several. */
function countsAnew(sections: Candidate[][]): boolean {
  const fromOne = sections.filter(([first]) => first?.number === 1).length;
  return fromOne >= minShare * sections.length;
}

/** Whether numbers of a strong form count on through the book, 第四章 after 第三章, below nearly all of the upper headings. */
function countsThrough(sections: Candidate[][], upper: Candidate[]): boolean {
  const all = sections.flat();
  const steps = all.filter(({ number }, i) => number === (all[i - 1]?.number ?? 0) + 1).length;
  return (
    all.every(({ label }) => label.startsWith('第')) &&
    steps >= minShare * all.length &&
    sections.length >= minShare * upper.length
  );
}
