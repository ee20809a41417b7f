import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeBookOfSize } from '../../../samples/books.ts';

const lines = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'));
const whole = Jieba.withDict(lines);
const text = readFileSync(new URL('../../../content/source/companion.txt', import.meta.url), 'utf8');
const paragraphs = text.split('\n').filter((line) => line.trim() !== '');

/** The module anew, as at the start of a program. */
async function dictionary() {
  vi.resetModules();
  return import('../../../scripts/ingest/language/words/dictionary.ts');
}
let made: Awaited<ReturnType<typeof dictionary>>;
beforeEach(async () => {
  made = await dictionary();
});

test('a book is cut and tagged as with all of the dictionary, though little of it is loaded', () => {
  const some = paragraphs.slice(0, 400);
  made.expectTexts(some);
  for (const paragraph of some) {
    expect(made.cutWords(paragraph)).toEqual(whole.cut(paragraph, true));
    expect(made.tagWords(paragraph)).toEqual(whole.tag(paragraph, true));
  }
  expect(made.cutWords(some.join('\n'))).toEqual(whole.cut(some.join('\n'), true));
});

test('texts that nothing announced are cut alike, one by one', () => {
  for (const paragraph of paragraphs.slice(400, 420))
    expect(made.cutWords(paragraph)).toEqual(whole.cut(paragraph, true));
});

test('a long book is cut alike', () => {
  const long = makeBookOfSize(800_000, 3).split('\n');
  made.expectTexts(long);
  for (const line of long.slice(0, 200)) expect(made.cutWords(line)).toEqual(whole.cut(line, true));
});

test('odd characters are no words', () => {
  for (const odd of ['', '\n', '茶', 'a', '\u{20000}茶叶', '\ud800茶', 'C++与c#', '1号店', '\u{f0000}'])
    expect(made.cutWords(odd), odd).toEqual(whole.cut(odd, true));
});

test('a word is as rare as its line in the dictionary says, loaded or not', async () => {
  const words = ['电梯', '我们', '客户', '曳引', '不知道的词', '茶'];
  const before = words.map((word) => made.rarityOf(word));
  const again = await dictionary();
  again.expectTexts(words);
  expect(words.map((word) => again.rarityOf(word))).toEqual(before);
  expect(before.map((rarity) => Math.round(rarity * 100) / 100)).toMatchInlineSnapshot(`
    [
      0.46,
      0,
      0.21,
      1,
      1,
      0.08,
    ]
  `);
});

test('words are as rare in a long book, and behind many texts, as in a short one', async () => {
  const words = ['电梯', '我们', '终于', '茶'];
  const expected = words.map((word) => made.rarityOf(word));
  const long = await dictionary();
  long.expectTexts(['电梯终于来了，我们喝茶。', '茶'.repeat(200_000)]);
  expect(words.map((word) => long.rarityOf(word))).toEqual(expected);
  const many = await dictionary();
  for (const text of ['春', '夏', '秋', '冬', '东', '南', '电梯终于来了，我们喝茶。'])
    many.expectTexts([text]);
  expect(words.map((word) => many.rarityOf(word))).toEqual(expected);
});

test('the sum of occurrences is that of the dictionary', () => {
  const sum = lines
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .reduce((total, line) => total + Number(line.split(' ')[1]), 0);
  expect(sum).toBe(made.allOccurrences);
});
