import { toHan } from '../src/lib/han-number.ts';

/** A number as a book prints it. */
export type NumeralStyle = (n: number) => string;

export const fullWidth: NumeralStyle = (n) =>
  String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

/** 壹, 拾贰 */
export const financial: NumeralStyle = (n) =>
  toHan(n).replace(/[一二三四五六七八九十百]/g, (c) =>
    '壹贰叁肆伍陆柒捌玖拾佰'.charAt('一二三四五六七八九十百'.indexOf(c)),
  );

/** 一二, 二〇 */
export const digitByDigit: NumeralStyle = (n) =>
  String(n).replace(/\d/g, (d) => '〇一二三四五六七八九'.charAt(Number(d)));

/** 廿三, 卅 */
export const contracted: NumeralStyle = (n) =>
  n >= 20 && n < 40 ? (n < 30 ? '廿' : '卅') + (n % 10 === 0 ? '' : toHan(n % 10)) : toHan(n);

/** By what they count in; the usual one more often than the others. */
export const numeralStyles: Record<'han' | 'digits', NumeralStyle[]> = {
  han: [toHan, toHan, toHan, financial, digitByDigit, contracted],
  digits: [String, String, fullWidth],
};
