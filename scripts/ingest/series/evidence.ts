import type { BodyLines } from '../page/body-lines.ts';
import type { Candidate } from './candidates/line/candidate.ts';
import { isWeaklyPlaced } from './forms/placed.ts';
import type { Run } from './model/run.ts';
import type { Verdict } from './model/series.ts';
import type { TextMeasure } from './model/text-measure.ts';
import { countUpTo } from '../sorted.ts';

/** Items with less text than this between them are a list's. */
const minSection = 24;

/** Measurements of a run. Shares are of its members. */
interface Measured {
  size: number;
  /** Its form is one of headings, such as 第三章, or its numbers are those of clauses. */
  isStrong: boolean;
  isNumbered: boolean;
  /** Its numbers name the decimal that they are below: 7.1.2. */
  isBelowDecimal: boolean;
  /** The number of its first member; 0 if it has none. */
  firstNumber: number;
  /** A member's form is no numbering elsewhere. */
  isLoose: boolean;
  /** It is a table of contents that nothing calls so. */
  isContents: boolean;
  /** Members that have the shape of a heading. */
  shaped: number;
  /** Members with no text below. */
  touching: number;
  /** Different titles. */
  titles: number;
  /** The median of the text between two members; of a single one, the text below it. */
  section: number;
  isIntroduced: boolean;
  /** Only the place of its members tells that they are titles, and not surely. */
  isWeaklyPlaced: boolean;
}

/** Titles that only a weak sign of their place gives away have more text than this between them, and are more than two. */
const minPlacedSection = 100;
const fewestPlaced = 3;

/** Titles that come again and again are headings if there are so many, with so much text between: letters to the same people. */
const fewestAgain = 6;
const minSectionAgain = 200;

/** Reasons why a run can't be headings; the first that holds names what it is instead. */
const doubts: { kind: Verdict['kind']; reason: string; holds: (run: Measured) => boolean }[] = [
  {
    kind: 'text',
    reason: 'most are sentences',
    holds: ({ shaped, isStrong, isBelowDecimal }) => shaped < (isStrong || isBelowDecimal ? 0.5 : 0.75),
  },
  {
    kind: 'contents',
    reason: 'no running text between any two of them',
    holds: ({ isStrong, isContents }) => isStrong && isContents,
  },
  {
    kind: 'contents',
    reason: 'no text between most of them',
    holds: ({ isStrong, touching, size }) => isStrong && touching > 0.6 && size > 2,
  },
  {
    kind: 'list',
    reason: 'no text between most of them',
    holds: ({ touching, size }) => touching > 0.6 && size > 2,
  },
  {
    kind: 'list',
    reason: 'the same words again and again',
    holds: ({ isNumbered, titles, size, section }) =>
      !isNumbered && titles * 2 < size && (titles < fewestAgain || section < minSectionAgain),
  },
  {
    kind: 'list',
    reason: 'too few of a form that is no numbering elsewhere',
    holds: ({ isLoose, size, firstNumber }) => isLoose && (size < 2 || (firstNumber > 1 && size < 4)),
  },
  {
    kind: 'text',
    reason: 'told by their place alone, too few or with little text between',
    holds: ({ isWeaklyPlaced, size, section }) =>
      isWeaklyPlaced && (size < fewestPlaced || section < minPlacedSection),
  },
  { kind: 'headings', reason: '', holds: ({ isStrong }) => isStrong },
  {
    kind: 'lone',
    reason: 'it stands alone',
    holds: ({ size, firstNumber, section }) => size === 1 && firstNumber === 1 && section >= minSection,
  },
  { kind: 'list', reason: 'it stands alone', holds: ({ size }) => size === 1 },
  { kind: 'list', reason: 'no text between some of them', holds: ({ touching }) => touching > 0.34 },
  { kind: 'list', reason: 'hardly any text between them', holds: ({ section }) => section < minSection },
  {
    kind: 'list',
    reason: 'a colon introduces them',
    holds: ({ isIntroduced, section }) => isIntroduced && section < 8 * minSection,
  },
];

/**
 * Tell the headings of sections from the items of a list, the lines of a table of contents, and numbered paragraphs.
 * @param marked indexes of headings by the source's format, in order: the text below a member ends at the next of them
 */
export function judge(run: Run, text: TextMeasure, marked: readonly number[] = []): Verdict {
  const measured = measure(run, text, marked);
  const why = [
    `${Math.round(measured.shaped * 100)} % have the shape of a heading: short, no sentence, apart from the text above`,
    `about ${measured.section} characters of text ${measured.size > 1 ? 'from one to the next' : 'below'}`,
  ];
  const { kind, reason } = doubts.find(({ holds }) => holds(measured)) ?? { kind: 'headings', reason: '' };
  return { kind, why: reason === '' ? why : [reason, ...why] };
}

function measure(run: Run, text: TextMeasure, marked: readonly number[]): Measured {
  const { members } = run;
  const { end } = text.body;
  const gaps = members.map((member, i) => {
    const next = members[i + 1]?.first ?? end;
    const below = marked[countUpTo(marked, member.last)] ?? end;
    return text.between(member.last + 1, Math.min(next, below));
  });
  const between = gaps.slice(0, -1).sort((a, b) => a - b);
  const [first] = members;
  return {
    size: members.length,
    isStrong: first?.strong === true || members.some(({ isClause }) => isClause),
    isNumbered: first?.number !== undefined || first?.form.startsWith('#') === true,
    isBelowDecimal: first?.form === 'N.N.N',
    firstNumber: first?.number ?? 0,
    isLoose: members.some(({ loose }) => loose),
    // A heading by the source's own format is no line of a table of contents.
    isContents: first?.form.startsWith('#') !== true && isContents(run, text, end),
    shaped: members.filter((member) => member.shaped).length / members.length,
    touching: gaps.filter((gap) => gap === 0).length / members.length,
    titles: new Set(members.map(({ title }) => title)).size,
    section: between[(gaps.length - 1) >> 1] ?? gaps[0] ?? 0,
    isIntroduced: first !== undefined && isIntroduced(first, text.body),
    isWeaklyPlaced: first !== undefined && isWeaklyPlaced(first.form),
  };
}

/** Whether the line above is a sentence that ends with a colon. */
function isIntroduced({ first }: Candidate, body: BodyLines): boolean {
  const above = body.text(body.previous(first));
  return above.length > 12 && /[：:]$/.test(above);
}

/** A run with this share of a book's text behind its last member, and no running text before, lists what the book holds. */
const behindContents = 0.7;

/** Whether a run is a table of contents that nothing calls so: no running text but behind its last member. */
function isContents({ members }: Run, text: TextMeasure, end: number): boolean {
  const [first, last] = [members[0], members.at(-1)];
  if (!first || !last || members.length < 3) return false;
  const behind = text.between(last.last + 1, end);
  return (
    text.prose(first.first, last.first) === 0 &&
    text.prose(last.last + 1, end) > 0 &&
    behind > behindContents * text.between(first.first, end)
  );
}
