import type { BodyLines } from '../../../page/body-lines.ts';

/** A line that could open something: a part, a chapter, a rule, a section, or an item of a list. */
export interface Candidate {
  /** Indexes of its first and last line; a title may be on the line below its number. */
  first: number;
  last: number;
  /** What candidates of one series have in common: `第章`, `# 2`, `正文 … 第回`, `● …`. */
  form: string;
  /** Depth of the form: if several meet, a smaller rank is above a greater one. */
  rank: number;
  /** `undefined` for a form without numbers, or a numeral that can't be read. */
  number: number | undefined;
  /** Of 3.1 the 3. */
  parent: number | undefined;
  /** As printed: 第二十二条, 3.2, 一、; empty without a number. */
  label: string;
  whole: string;
  title: string;
  /** The form is rare in running text and in numbered lists. */
  strong: boolean;
  /** Only its use makes a numbering of the form: 概念一, 第三式. */
  loose: boolean;
  /** No sentence, not too long, and set apart from the line above, so it can be a heading. */
  shaped: boolean;
  /** The label of a clause whose text, parted from it, is the next line. */
  isClause?: true;
}

/** A line without a number that its place makes a title. */
export function titleCandidate(body: BodyLines, index: number, form: string, rank: number): Candidate {
  const whole = body.text(index);
  return {
    first: index,
    last: index,
    form,
    rank,
    number: undefined,
    parent: undefined,
    label: '',
    whole,
    title: whole,
    strong: true,
    loose: false,
    shaped: true,
  };
}
