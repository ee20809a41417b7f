import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba, type TaggedWord } from '@node-rs/jieba';
import { CutMemory } from './cut-memory.ts';
import { Needed } from './dictionary-needs.ts';

/*
 * The dictionary has a line a word (`电梯 1234 n`), sorted by bytes. Loading all of its 349,000 words takes a third of a
 * second, and a book needs a few thousand: the ones whose first three characters it has side by side. So only those are
 * loaded. One entry for all other words keeps the sum of their occurrences, by which the words of a text are weighed.
 */
const lines = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'));
/** Occurrences of all words together in the corpus that the dictionary was counted in. */
export const allOccurrences = 60_101_964;
/** A private character, which no text has in a word. */
const allOthers = '\u{f0000}';
/** Of longer texts, and from so many separate loads on, so much is needed that all of it may as well be loaded. */
const longText = 200_000;
const manyLoads = 6;

const needed = new Needed();
let jieba: Jieba | undefined;
let isWhole = false;
let loads = 0;
/** Of the words that were loaded one by one. */
const occurrences = new Map<string, number>();
let loadedOccurrences = 0;

/**
 * Cut a text in Simplified characters into words. No word reaches over a line end, so each line is cut by itself: a
 * rule's words are asked for with those of its stories, and each of those again.
 */
export function cutWords(text: string): string[] {
  if (!text.includes('\n')) return cuts.wordsOf(text);
  const words: string[] = [];
  text.split('\n').forEach((line, index) => {
    if (index > 0) words.push(lineBreak);
    for (const word of cuts.wordsOf(line)) words.push(word);
  });
  return words;
}
const lineBreak = '\n';
const cuts = new CutMemory((line) => dictionaryFor(line).cut(line, true));

/** Forget the lines of a book, when all that is to be known of its words is known. */
export function forgetCuts(): void {
  cuts.forget();
}

/** The same, each word with its part of speech (ICTCLAS tags). */
export function tagWords(text: string): TaggedWord[] {
  return dictionaryFor(text).tag(text, true);
}

/** Load what the texts of a book need, all at once: that is quicker than piece by piece. */
export function expectTexts(texts: Iterable<string>): void {
  if (isWhole) return;
  let length = 0;
  for (const text of texts) {
    length += text.length;
    if (length > longText) return loadWhole();
    needed.add(text);
  }
  load();
}

/** The same of a text that is known to be long. */
export function expectLongText(): void {
  if (!isWhole) loadWhole();
}

function dictionaryFor(text: string): Jieba {
  if (!isWhole && !needed.covers(text)) expectTexts([text]);
  return (jieba ??= new Jieba());
}

function loadWhole(): void {
  isWhole = true;
  jieba = Jieba.withDict(lines);
}

function load(): void {
  loads += 1;
  if (loads > manyLoads) {
    loadWhole();
    return;
  }
  const found = needed.load(lines);
  for (const line of found.toString('utf8').split('\n')) {
    const [word = '', count = ''] = line.split(' ');
    if (word === '') continue;
    occurrences.set(word, Number(count));
    loadedOccurrences += Number(count);
  }
  jieba ??= new Jieba();
  jieba.loadDict(
    Buffer.concat([found, Buffer.from(`${allOthers} ${allOccurrences - loadedOccurrences} x\n`)]),
  );
}

/** A word is common if more than one word in e^8 is this one, and as rare as can be if it is e^8 times rarer. */
const commonFrom = 8;
const rareSpan = 8;

/** How rare a word is in general, from 0 for common ones to 1 for those the dictionary hardly knows or doesn't. */
export function rarityOf(word: string): number {
  const logOdds = Math.log(allOccurrences / ((occurrencesOf(word) ?? 1) + 3));
  return Math.max(0, Math.min(1, (logOdds - commonFrom) / rareSpan));
}

function occurrencesOf(word: string): number | undefined {
  const loaded = occurrences.get(word);
  // What is whole was not read line by line, though texts may have asked for the word.
  return loaded !== undefined || (!isWhole && needed.covers(word)) ? loaded : lookUp(word);
}

/** Halving finds a word without reading all lines. */
function lookUp(word: string): number | undefined {
  const wanted = Buffer.from(`${word} `);
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = lines.lastIndexOf(newline, middle - 1) + 1;
    const lineEnd = lines.indexOf(newline, middle);
    const end = lineEnd < 0 ? lines.length : lineEnd;
    const order = Buffer.compare(lines.subarray(start, start + wanted.length), wanted);
    if (order === 0) return Number.parseInt(lines.toString('utf8', start + wanted.length, end), 10);
    // Bytes after the word decide only where the shorter of the two ends, and a space sorts before every letter.
    if (order < 0) low = end + 1;
    else high = start;
  }
  return undefined;
}
const newline = 0x0a;
