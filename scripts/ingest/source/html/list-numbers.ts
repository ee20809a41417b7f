import { own } from '../../../../src/lib/own.ts';
import { formatNumber } from '../extract/number-formats.ts';

/** The whole number that an attribute gives; `undefined` for anything else, and for one too large to count on from. */
export function wholeNumber(value: unknown): number | undefined {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && Math.abs(number) < 1e9 ? number : undefined;
}

/** Word's names of the formats that a list's style or type asks for. */
const formats: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
};

/** The number that a browser prints before an item, with its mark: `3.`, `c.`, `三、`. A list without numbers has `-`. */
export function printedNumber(number: number, style: string): string {
  if (style === 'none') return '-';
  if (/^(?:cjk-ideographic|(?:simp|trad)-chinese-\w+)$/.test(style))
    return `${formatNumber(number, 'chineseCounting')}、`;
  return `${formatNumber(number, own(formats, style) ?? 'decimal')}.`;
}
