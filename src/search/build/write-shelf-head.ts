import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { PageText } from '../format/files.ts';
import { countPages, encodeSummary, pairsOf, shelfFormat, type ShelfHead } from '../format/summary.ts';
import { runsOf } from '../format/runs.ts';
import { englishWords } from '../query/english-words.ts';
import { putNamed } from './index-folder.ts';
import type { IndexedText } from './languages.ts';

/** Folder below that of the indexes with what the book tells a shelf of handbooks. */
export const shelfFolder = 'shelf';

/** What of a page is looked for in its language. */
const linesOf = ({ title, keywords, blocks }: PageText, language: 'zh' | 'en'): string[] => [
  title[language] ?? '',
  ...keywords,
  ...blocks.map(([, text]) => text),
];

/** Write a book's summary; returns its file name, which has a hash of its content. */
export async function writeSummary(
  chinese: readonly IndexedText[],
  english: readonly IndexedText[],
  indexes: string,
): Promise<string> {
  const folder = join(indexes, shelfFolder);
  await mkdir(folder, { recursive: true });
  const lines = chinese.map(({ text }) => linesOf(text, 'zh'));
  const summary = encodeSummary({
    pairs: countPages(lines.map((page) => page.flatMap((line) => [...pairsOf(line)]))),
    runs: Uint32Array.from(runsOf(lines.flat())),
    words: countPages(english.map(({ text }) => linesOf(text, 'en').flatMap(englishWords))),
  });
  return await putNamed(folder, 'summary', 'bin', gzipSync(summary, { level: 9 }));
}

/** Write what a shelf reads of the book first. */
export async function writeShelfHead(head: Omit<ShelfHead, 'format'>, indexes: string): Promise<void> {
  const whole: ShelfHead = { format: shelfFormat, ...head };
  await writeFile(join(indexes, shelfFolder, 'head.json'), JSON.stringify(whole));
}
