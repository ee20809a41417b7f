import { expect, test } from 'vitest';
import { evenMarks } from '../../../scripts/ingest/language/even-marks.ts';

test('prints marks next to Chinese at full width, and pairs straight quotation marks', () => {
  expect(evenMarks('老傅问:"还是那块布?"小唐说,"是."')).toBe('老傅问：“还是那块布？”小唐说，“是。”');
  expect(evenMarks('签了3年,又签了5年(共8年).')).toBe('签了3年，又签了5年（共8年）。');
});

test('leaves numbers, times, names of files and sentences in other languages as they are', () => {
  for (const text of ['1,200元', '9:30开门', '见a.txt', 'He said, "No."', '没有引号的"一边', 'V3.2.1发布'])
    expect(evenMarks(text)).toBe(text);
});

test('keeps every position', () => {
  const text = '(一)他说:"好";第二天,没来!3.5%的人?"';
  expect(evenMarks(text).length).toBe(text.length);
});
