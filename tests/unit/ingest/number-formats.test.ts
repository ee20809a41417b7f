import { expect, test } from 'vitest';
import { formatNumber } from '../../../scripts/ingest/source/extract/number-formats.ts';

test.for([
  [7, 'decimal', '7'],
  [7, 'decimalZero', '07'],
  [0, 'decimalZero', '00'],
  [12, 'decimalFullWidth', '１２'],
  [20, 'decimalEnclosedCircle', '⑳'],
  [21, 'decimalEnclosedCircle', '㉑'],
  [36, 'decimalEnclosedCircle', '36'],
  [3, 'decimalEnclosedParen', '⑶'],
  [21, 'decimalEnclosedFullstop', '21.'],
  [23, 'chineseCounting', '二十三'],
  [205, 'ideographDigital', '二〇五'],
  [205, 'taiwaneseDigital', '二○五'],
  [123, 'chineseLegalSimplified', '壹佰贰拾叁'],
  [10, 'ideographEnclosedCircle', '㊉'],
  [11, 'ideographTraditional', '甲'],
  [12, 'ideographZodiac', '亥'],
  [13, 'ideographZodiacTraditional', '丙子'],
  [1994, 'upperRoman', 'MCMXCIV'],
  [4000, 'lowerRoman', '4000'],
  [28, 'lowerLetter', 'bb'],
  [521, 'upperLetter', '521'],
  [-1, 'upperLetter', '-1'],
  [5, 'hebrew1', '5'],
  [5, '__proto__', '5'],
] as [number, string, string][])('%d as %s is %s', ([number, format, printed]) => {
  expect(formatNumber(number, format)).toBe(printed);
});
