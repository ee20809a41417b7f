import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../scripts/ingest/input-error.ts';
import { account } from '../../scripts/ingest/entries/accounting.ts';
import { decode } from '../../scripts/ingest/source/text/decode.ts';
import { toEntries } from '../../scripts/ingest/entries/make-entries.ts';
import { splitLines } from '../../scripts/ingest/source/text/lines.ts';
import { buildOutline } from '../../scripts/ingest/outline/outline.ts';
import { plainOutline } from '../../scripts/ingest/outline/plain.ts';
import { noOverrides } from '../../scripts/ingest/corrections/overrides.ts';
import { times } from '../times.ts';

/** Pieces that books are made of, and that books should not be made of. */
const pieces = [
  '目录',
  '第1章 坐下来谈',
  '第二章',
  '第二章 第一节 站起来做',
  '第二章 第二节',
  '站起来做',
  '- 002 先倒水后开口',
  '先倒水后开口',
  '三样不问清不报价……5',
  '法则一 先说清',
  '一、先说清',
  '1.1 先说清',
  '茶凉了可以再烧，话凉了就难热。',
  '接待的人先倒水，再坐',
  '下，最后才翻本子。',
  '茶馆旧联',
  '——茶馆旧联',
  '客来茶当酒。——旧联',
  '12',
  '— 3 —',
  '第二章 4',
  '【案例】雨天',
  '【点评】',
  '（案例完）',
  '2016年春天，绍兴一家印染厂的老傅第三次走进展厅。他坐了下来，半个月后签了合同。',
  '“你们的车呢？”',
  '参考文献',
  '后记',
  '前言',
  '内容简介',
  'ISBN 1',
  '\f',
  '\0',
  '\u200b',
  '\ufeff',
  '\u202e',
  '　　',
  '𠮷野家',
  '…………',
  '□ 水倒了吗？',
  '---',
  '# 不是标题',
  '<b>',
  '\ud800',
];
const texts = fc
  .array(
    fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', '\n', '\n\n', '\r\n', '\u2028', '\f', ' ')),
    { maxLength: 60 },
  )
  .map((parts) => parts.flat().join(''));

test('every visible character is placed once or dropped with a reason, whatever the text, in the plainest outline too', () => {
  let outlined = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const { lines, dropped } = splitLines(text);
      const outline = orError(() => buildOutline(lines, { heading: () => undefined, join: () => false }));
      if (!outline) return;
      outlined += 1;
      for (const { book } of [outline, plainOutline(outline)]) {
        book.dropped.push(...dropped);
        const { nonSpace, placed, dropped: left } = account(text, book, toEntries(book, noOverrides()));
        expect(placed + left).toBe(nonSpace);
      }
    }),
    { numRuns: times(150), seed: 5 },
  );
  expect(outlined).toBeGreaterThan(times(150) / 5);
});

test('a text with a character too few or too many is refused', () => {
  const text = '第1章 坐下来谈\n\n一、先倒水\n\n茶凉了可以再烧。\n\n二、后开口\n\n话凉了就难热。\n';
  const { book } = buildOutline(splitLines(text).lines, { heading: () => undefined, join: () => false });
  const entries = toEntries(book, noOverrides());
  expect(() => account(text, book, entries)).not.toThrow();
  expect(() => account(`${text}茶`, book, entries)).toThrow(/“茶” is missing 1/);
  expect(() => account(text.replace('可以', '以可可'), book, entries)).toThrow(/“可”/);
});

test('any bytes give an outline or a clear error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const decoded = orError(() => decode(bytes));
      if (decoded)
        orError(() =>
          buildOutline(splitLines(decoded.text).lines, { heading: () => undefined, join: () => false }),
        );
    }),
    { numRuns: times(150), seed: 7 },
  );
});

/** The result of `make`, or nothing if it throws an error about the input; every other error is a fault. */
function orError<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).toMatch(/\S.*\.(?: \([a-z-]+\))?$/);
    return undefined;
  }
}
