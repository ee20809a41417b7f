import { expect, test } from 'vitest';
import { InputError } from '../../../scripts/ingest/input-error.ts';
import { refuseUnlikeBooks } from '../../../scripts/ingest/source/text/bounds.ts';
import { escapeMarkdown } from '../../../scripts/ingest/escape-markdown.ts';

const bounds = {
  maxLineLength: 20,
  maxLines: 30,
  manyLines: 10,
  minLineLength: 4,
  manyChapters: 3,
  minChapterLength: 12,
};
const refusal = (text: string): string => {
  try {
    refuseUnlikeBooks(text, bounds);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return '';
};

test('a line that is too long is named, whatever ends it', () => {
  for (const newline of ['\n', '\r\n', '\r', '\u2028'])
    expect(refusal(`甲${newline}${newline}${'乙'.repeat(21)}${newline}丙`)).toContain(
      'Line 3 has 21 characters; a line may have 20.',
    );
  expect(refusal(`甲\n${'乙'.repeat(20)}`)).toBe('');
});

test('too many lines are refused, and many only if hardly anything is on them', () => {
  expect(refusal('甲乙丙丁戊\n'.repeat(31))).toContain('31 lines');
  expect(refusal('甲乙丙丁戊\n'.repeat(30))).toBe('');
  expect(refusal('甲\n'.repeat(11))).toContain('11 lines of 2.0 characters');
  expect(refusal('甲\n'.repeat(10))).toBe('');
});

test('many chapters are refused if they have no text, and read if they have', () => {
  const chapter = (text: string): string => `第一章 甲\n${text}`;
  expect(refusal(chapter('').repeat(4))).toContain('4 headings of chapters, the last on line 4');
  expect(refusal(chapter('').repeat(3))).toBe('');
  expect(refusal(chapter('乙乙乙乙乙乙乙\n').repeat(4))).toBe('');
});

test('a hundred thousand chapters without a text are no book', () => {
  expect(() => refuseUnlikeBooks('第1章 甲乙\n'.repeat(100_000))).toThrow('100,000 headings of chapters');
});

test('a long run of spaces is looked through once', () => {
  // Looking for the run's end from each of its spaces would take minutes.
  const spaces = ' '.repeat(300_000);
  expect(escapeMarkdown(`甲${spaces}乙${spaces}\n丙`)).toBe(`甲${spaces}乙\n丙`);
});
