import { must } from '../../../../src/lib/must.ts';
import { questionOf } from '../../language/question.ts';
import { countUpTo } from '../../sorted.ts';
import type { TextMeasure } from '../model/text-measure.ts';
import { isPlaced, isWeaklyPlaced } from '../forms/placed.ts';
import { withoutVariant } from '../forms/variants.ts';
import { countedForm } from '../forms/words.ts';
import { inHierarchy, isWithin, minNested, nested } from './nesting.ts';
import type { Series } from '../model/series.ts';

/** The levels of a book: which series are its parts, its chapters, and the levels below. */
export interface Levels {
  /** The highest first; empty if the book has no parts. */
  parts: Series[];
  chapters: Series;
  /** Below the chapters, the highest first: of each chapter, the highest that it has heads its rules. */
  below: Series[];
  /** Why the chapters are what they are. */
  why: string[];
}

/** An article's label is a paragraph's number, rather than a chapter's. */
const articlePoints = 0.4;

/** How readily a form heads chapters, before anything is known of the book. */
const readiness: [form: RegExp, points: number][] = [
  [/第[章回]$/, 3.2],
  [/^# |^doubled$/, 2.6],
  [/N[章回]$/, 3],
  [/N glued$/, 0.7],
  [/第(讲|课|课时)$|^(课时|chapter|lesson)$/, 2.9],
  [/^(模块|专题|module)$/, 2.5],
  [/第(篇|单元|模块|专题)$|^单元$/, 2.4],
  [/…第N$/, 2.4],
  [/^卷$|第卷$/, 2],
  [/第(部分|部|编|集|辑|册|分编)$|^上下|^part$/, 1.6],
  [/^第条 …$/, articlePoints],
  [/第(法则|条|则|招|式|计|问|步|节)$/, 1],
  [/^A$/, 0.4],
  [/第[^N]{1,2}$/, 2],
  [/ alone$/, 1.4],
  [/一、$/, 1.2],
  [/(^|\s)N$/, 1],
  [/\(一\)$/, 0.4],
  [/N\.N$/, 0.3],
  [/1\)$|\(1\)$/, 0.1],
  [/①$/, 0],
  [/\sa$|^a$/, -1],
  [/N$/, 1.8],
  // Words of the book's own that are before every heading and before nothing else.
  [/^… $/, 1.7],
  [/^<.*> $/, 2.4],
  [/^boxed$/, 2.2],
  [/^ruled$/, 1.5],
  [/^bold or large$/, 1.3],
  [/^(set off|spaced|dented|above lists)$/, 0.9],
  [/^short$/, 0.6],
];

const readinessOfOthers = 0.9;
/** Forms of such readiness hardly ever head anything else: 第N章, 第N回, 第N课. */
const leastOfChapters = 2.9;
/** === 标题 ===: the same marks on both sides. Two such lines may be a notice's at both ends of a file. */
const framedForm = /^([=*#~_+—–-])\1 $/;
const fewestFramed = 3;
const framedPoints = 1.9;
/** Three or more headings of a form that is no numbering elsewhere, with more of the book than this below the last, are no chapters. */
const mostBelowLast = 0.6;
const lossByTail = 5;
/** A series is less likely to be the chapters if a higher one is above it in a good part of the book. */
const lossPerHigher = 0.35;
/** Numbers of a form that is no numbering elsewhere, counted anew below a numbered series, 话术一 in 一、, are its rules. */
const lossInside = 1;
/** Headings of a form that is no numbering elsewhere, or told by their place, are surer if there are more of them: this much for each doubling. */
const gainPerDoubling = 0.1;
/** Below this, a book has no chapters that a program can know. */
const leastStrong = 0.6;
const leastWeak = 1.4;

/** Choose the levels of the greatest score. `undefined` if nothing can head chapters. */
export function chooseLevels(series: Series[], text: TextMeasure): Levels | undefined {
  const ordered = inHierarchy(series);
  let best: { at: number; score: number; why: string[] } | undefined;
  const higher: Series[] = [];
  ordered.forEach((each, at) => {
    // Sections of a single chapter are no chapters; chapters of a single part are.
    const mayBePart = (one: Series): boolean => isPartForm(one) && readinessOf(each) >= leastOfChapters;
    if (higher.some((one) => isWithin(each, one) && !mayBePart(one))) return;
    if (higher.length > 0 && areQuestions(each)) return;
    // Titles told by their place alone count only above what is numbered anew below each of them.
    const above = higher.filter((one) => !isPlaced(one.form) || nested(each, one) >= minNested);
    const { score, why, splits } = rate(each, above, text);
    if (splits) higher.push(each);
    if (score > (each.strong ? leastStrong : leastWeak) && (!best || score > best.score))
      best = { at, score, why };
  });
  if (!best) return undefined;
  const { at, why } = best;
  const chapters = must(ordered[at]);
  const others = (list: Series[]): Series[] => list.filter(({ form }) => !isWeaklyPlaced(form));
  const parts = others(ordered.slice(0, at)).filter((each) =>
    isPlaced(each.form)
      ? headsChapters(each, chapters, text)
      : isPartForm(each) || partsChapters(each, chapters),
  );
  return {
    parts,
    chapters,
    below: others(ordered).filter((each) => each !== chapters && !parts.includes(each)),
    why: [...why, ...chapters.why],
  };
}

/** Whether the source's format marks questions: below what parts them, they are rules. */
function areQuestions({ form, members }: Series): boolean {
  return form.startsWith('#') && members.filter(({ whole }) => questionOf(whole)).length * 2 > members.length;
}

/** Forms of this rank and above are parts wherever they are. */
const lowestPart = 1;

function isPartForm({ rank, members }: Series): boolean {
  return rank <= lowestPart && !members.some(({ loose }) => loose);
}

/** Whether chapters are below most of a series, and hardly any before it: 第一象限 inside of one chapter parts none. */
function partsChapters({ members }: Series, chapters: Series): boolean {
  const starts = chapters.members.map(({ first }) => first);
  const before = countUpTo(starts, members[0]?.first ?? 0);
  const heading = members.filter(
    ({ first }, i) => countUpTo(starts, members[i + 1]?.first ?? Infinity) > countUpTo(starts, first),
  ).length;
  return before * 2 <= starts.length && heading * 2 >= members.length;
}

/** More text than this below a part's title is a section's. */
const longestPartText = 400;
/** This share of the titles that only their place gives away must have a chapter right below to be parts. */
const minHeading = 0.6;

/** Whether most titles of a series have a chapter's heading right below, as those of parts do. */
function headsChapters({ members }: Series, chapters: Series, text: TextMeasure): boolean {
  const starts = chapters.members.map(({ first }) => first);
  const heading = members.filter(({ last }) => {
    const next = starts[countUpTo(starts, last)];
    return next !== undefined && text.between(last + 1, next) <= longestPartText;
  });
  return heading.length >= minHeading * members.length;
}

function rate(
  series: Series,
  higher: Series[],
  text: TextMeasure,
): { score: number; why: string[]; splits: boolean } {
  const { members, runs } = series;
  const covered = text.between(must(members[0]).first, text.body.end) / Math.max(1, text.total);
  const base = readinessOf(series);
  const own = members.filter(
    (member, i) => text.between(member.last + 1, members[i + 1]?.first ?? text.body.end) > 0,
  ).length;
  const few = own > 1 ? 0 : -1.8;
  const late = covered < 0.5 && !series.strong ? -1.5 : 0;
  const many = isPlaced(series.form) ? gainPerDoubling * Math.log2(Math.max(1, own)) : 0;
  const sure = countsThrough(series, text) ? gainOfCountingThrough : 0;
  const tail = text.between(must(members.at(-1)).last + 1, text.body.end) / Math.max(1, text.total);
  const isLoose = members.some(({ loose }) => loose);
  const isUnsure = members.length > 2 && isLoose;
  const bunched = isUnsure ? lossByTail * Math.max(0, tail - mostBelowLast) : 0;
  const inside =
    isLoose && higher.some((one) => !isPartForm(one) && nested(series, one) >= minNested) ? lossInside : 0;
  const score =
    base + 1.5 * covered + many + sure + few + late - bunched - inside - lossPerHigher * higher.length;
  return {
    score,
    splits: covered > 0.6 && own > 1 && (series.strong || isSpread(series, text)),
    why: [
      `${countedForm(members.length, series.form)}${runs.length > 1 ? `, counted anew ${runs.length} times` : ''}`,
      `${Math.round(covered * 100)} % of the text comes after the first of them`,
    ],
  };
}

/** A list's items never have so much text between them. */
const chapterLength = 1500;
const fewestCounted = 5;
const gainOfCountingThrough = 0.4;
/** Forms that number lists as often as chapters. */
const listForm = /^(?:一、|N)$/;

/** Whether 一、 or 1. counts through the book once, from 1 on, with a chapter's text below each number. */
function countsThrough({ form, runs, members }: Series, text: TextMeasure): boolean {
  if (!listForm.test(withoutVariant(form)) || runs.length > 1 || members.length < fewestCounted) return false;
  const counted = members.filter(({ number }, i) => number === i + 1).length;
  const lengths = members
    .slice(1)
    .map((member, i) => text.between(must(members[i]).last + 1, member.first))
    .sort((a, b) => a - b);
  return counted === members.length && (lengths[lengths.length >> 1] ?? 0) >= chapterLength;
}

/** The lines of a level above others reach over this share of the book. */
const minSpread = 0.1;

/** Whether the members of a series are not all in one place, as the items of a list are. */
function isSpread({ members }: Series, text: TextMeasure): boolean {
  return text.between(must(members[0]).first, must(members.at(-1)).first) >= minSpread * text.total;
}

/** For headings by their format, the form of number that most of a level have decides more than the level. */
function readinessOf({ form, members }: Series): number {
  if (framedForm.test(form)) return members.length >= fewestFramed ? framedPoints : readinessOfOthers;
  const points = readiness.find(([pattern]) => pattern.test(withoutVariant(form)))?.[1] ?? readinessOfOthers;
  if (!form.startsWith('#')) return points;
  const chapters = members.filter(({ label }) => /^第.*[章回]$/.test(label)).length;
  const parts = members.filter(({ label }) =>
    /^第.*[编編卷部篇]$|^[卷篇]|^[上中下][篇编編卷部]$/.test(label),
  ).length;
  const articles = members.filter(
    ({ label, title }) => /^第.*[条條]$/.test(label) || /^第[^条條]{1,8}[条條]$/.test(title),
  ).length;
  if (chapters * 2 > members.length) return 3.2;
  if (articles * 2 > members.length) return articlePoints;
  return parts * 2 > members.length ? 2 : points;
}
