import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Cuts text in Simplified characters into words, and tags them. One for the whole ingest: it takes a while to load. */
export const jieba = Jieba.withDict(dict);

const lines = Buffer.from(dict.buffer, dict.byteOffset, dict.byteLength);

/** Occurrences of all words together in the corpus that the dictionary was counted in. */
const allOccurrences = 60_101_964;
/** A word of which one in e^8 words is said no longer counts as common; e^8 times rarer, it is as rare as can be. */
const commonFrom = 8;
const rareSpan = 8;
const known = new Map<string, number>();

/** How rare a word is in general, from 0 for common ones to 1 for those the dictionary hardly knows or doesn't. */
export function rarityOf(word: string): number {
  let rarity = known.get(word);
  if (rarity === undefined) {
    const logOdds = Math.log(allOccurrences / ((occurrencesOf(word) ?? 1) + 3));
    rarity = Math.max(0, Math.min(1, (logOdds - commonFrom) / rareSpan));
    known.set(word, rarity);
  }
  return rarity;
}

/** The dictionary has a line a word (`电梯 1234 n`), sorted by bytes, so that halving finds one without reading it all. */
function occurrencesOf(word: string): number | undefined {
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
