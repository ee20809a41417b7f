import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alignEnglish, staleIds } from '../../../src/lib/language/align-english.ts';
import { hashOfParagraphs, readEnglishText } from '../../../src/edition/texts/english-text.ts';
import { paragraphsOf } from '../../../src/plugins/paragraphs-of.ts';

/** Read a translation of these lines. */
function read(...lines: string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'english-'));
  mkdirSync(join(dir, 'translations', 'rules'), { recursive: true });
  const text = ['---', 'source: "0123456789abcdef"', '---', ...lines].join('\n');
  writeFileSync(join(dir, 'translations', 'rules', 'abcde.md'), text);
  return readEnglishText(dir, 'rules', 'abcde');
}

const paragraphs = (...ids: string[]) => ids.map((id) => ({ id, text: `English of ${id}` }));
const shown = (ids: string[], english: string[]) =>
  [...alignEnglish(ids, paragraphs(...english))].map(
    ([id, { text, stale, more }]) =>
      `${id}: ${text?.slice(11) ?? '-'}${stale ? ' stale' : ''}${more.length > 0 ? ` + ${more.map((each) => each.slice(11)).join(' ')}` : ''}`,
  );

test('reads each paragraph under its id, lines that belong together joined', () => {
  expect(read('', '<!-- p-a1 -->', 'One *line*', 'and another.', '', '<!-- p-b2-2 -->', 'Two <b>.')).toEqual({
    source: '0123456789abcdef',
    paragraphs: [
      { id: 'p-a1', text: 'One *line* and another.' },
      { id: 'p-b2-2', text: 'Two <b>.' },
    ],
  });
});

test('knows no English of an entry without a file, whatever the shipped edition has', () => {
  expect(readEnglishText(mkdtempSync(join(tmpdir(), 'english-')), 'rules', '257e9')).toBeUndefined();
  expect(readEnglishText('content', 'rules', '257e9')).toBeDefined();
});

test.for([
  ['text before the first id', ['Astray.'], /“Astray.” belongs to no paragraph/],
  ['an id without text', ['<!-- p-a1 -->', '<!-- p-b2 -->', 'Two.'], /p-a1 has no English/],
  ['an id without text at the end', ['<!-- p-a1 -->'], /p-a1 has no English/],
  ['an id that comes twice', ['<!-- p-a1 -->', 'One.', '<!-- p-a1 -->', 'Two.'], /p-a1 comes twice/],
] as const)('refuses %s, and names the file', ([, lines, message]) => {
  expect(() => read(...lines)).toThrow(message);
  expect(() => read(...lines)).toThrow(/abcde\.md/);
});

test('matches by id, whatever the order', () => {
  expect(shown(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['a: a', 'b: b', 'c: c']);
});

test('takes changed paragraphs by their place between unchanged ones', () => {
  expect(shown(['a', 'x', 'y', 'd'], ['a', 'b', 'c', 'd'])).toEqual([
    'a: a',
    'x: b stale',
    'y: c stale',
    'd: d',
  ]);
  expect(shown(['x', 'b'], ['a', 'b'])).toEqual(['x: a stale', 'b: b']);
});

test('leaves a new paragraph without English', () => {
  expect(shown(['a', 'new', 'b'], ['a', 'b'])).toEqual(['a: a', 'new: -', 'b: b']);
});

test('keeps the English of a paragraph that is gone, after the one before it', () => {
  expect(shown(['a', 'c'], ['a', 'b', 'c'])).toEqual(['a: a + b', 'c: c']);
  expect(shown(['b', 'c'], ['a', 'b', 'c'])).toEqual(['b: b + a', 'c: c']);
  expect(staleIds(['a', 'c'], paragraphs('a', 'b', 'c', 's-1'))).toEqual(['b']);
});

test('names the paragraphs of a body as its page does, boxes and labels left out', () => {
  const body = '一段话。\n\n::case{id="01-01-1"}\n\n:::block{label="自查"}\n\n- □ 一问？\n\n:::\n\n一段话。';
  const ids = paragraphsOf(body);
  expect(ids).toHaveLength(3);
  expect(ids[2]).toBe(`${ids[0] ?? ''}-2`);
  expect(hashOfParagraphs(ids)).toMatch(/^[0-9a-f]{16}$/);
  expect(hashOfParagraphs(ids)).not.toBe(hashOfParagraphs(ids.toReversed()));
});
