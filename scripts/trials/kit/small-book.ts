import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeBook, printPlain } from '../../../samples/books.ts';

/** Write a made book of one chapter with two rules as plain text. `stories`: how likely each rule is to have one. */
export function writeSmallBook(path: string, { stories = 0.5, seed = 16 } = {}): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, printPlain(makeBook({ chapters: 1, rules: 2, paragraphs: 3, stories, seed })));
}
