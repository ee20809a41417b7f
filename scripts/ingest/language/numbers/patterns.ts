import { hanNumeralCharacters, numeralCharacters } from '../../../../src/lib/numerals.ts';
import { romanPattern } from './ordinals.ts';

/* Parts of the patterns of forms. */

/** A numeral, with what OCR makes of 1 and 0. */
export const numeral = `(?:(?=[lIO]{0,3}[0-9０-９])[0-9０-９lIO]{1,4}|l|[${hanNumeralCharacters}]{1,8})`;
/** The same between 第 and the unit; OCR may have put spaces there. */
export const spacedNumeral = String.raw`[${numeralCharacters}lIO](?:\s?[${numeralCharacters}lIO]){0,7}|${romanPattern}`;
/** What is between a number and its title: a mark, white space, both or nothing. */
export const separator = String.raw`\s{0,8}(?:[:：、·•|｜—–－-]{1,3}|[.．](?![.．/]))?\s{0,8}`;
