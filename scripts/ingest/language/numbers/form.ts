import { parseNumeral } from '../../../../src/lib/numerals.ts';
import { parseOrdinal } from './ordinals.ts';

/** The number that a heading is printed with: 第3章, 法则三, 三、, （三）, 3.1, 3. */
export interface Numbering {
  /** One way of numbering, such as `第章`, `法则` or `N.N`: headings of one level share it. */
  scheme: string;
  /** Depth of the scheme: if several meet, a smaller rank is above a greater one. */
  rank: number;
  /** `undefined` where the numeral can't be read. */
  number: number | undefined;
  /** For a decimal such as 3.1, the number of the level above: 3. For 3.1.2, both as one number. */
  parent: number | undefined;
  /** Characters that the numbering takes at the start of the text, separators included. */
  length: number;
  /** As printed, without white space around it: 第二十二条, 3.2, 一、. */
  label: string;
  /** There is a space or mark between the number and the title, or nothing follows. */
  apart: boolean;
}

/** What a form tells of the number; its length and label follow from the match. */
type FormNumber = Omit<Numbering, 'length' | 'label' | 'apart'>;

/** A form of numbered headings: its pattern, and how a match is read. `undefined` if it is no number after all. */
export type Form = [pattern: RegExp, read: (match: RegExpExecArray) => FormNumber | undefined];

/** A number of a scheme, without a level above. */
export function made(scheme: string, rank: number, number: number | undefined): FormNumber {
  return { scheme, rank, number, parent: undefined };
}

/** The value of a printed number; OCR may have read its 1 as l or I and its 0 as O. */
export function value(printed: string): number | undefined {
  return (
    parseOrdinal(printed) ??
    parseNumeral(printed) ??
    parseNumeral(printed.replace(/[lI]/g, '1').replace(/[Oo]/g, '0'))
  );
}
