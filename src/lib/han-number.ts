import { must } from './must.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Write an integer from 0 to 9,999 as Chinese prose does: 28 is 二十八, 105 is 一百零五. */
export function toHan(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 9999) return String(number);
  if (number < 10) return must(digits[number]);
  let text = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / unit) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${digits[digit]}${name}`;
    gap = false;
  }
  return text.replace(/^一十/, '十');
}
