import { gzipSync } from 'node:zlib';
import type { PageText } from '../format/files.ts';
import { countPages, encodeSummary, pairsOf, shelfFormat, type ShelfHead } from '../format/summary.ts';
import { runsOf } from '../format/runs.ts';
import { englishWords } from '../query/parse/english-words.ts';
import type { IndexFolder } from './index-folder.ts';
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
export function writeSummary(
  chinese: readonly IndexedText[],
  english: readonly IndexedText[],
  folder: IndexFolder,
): string {
  const lines = chinese.map(({ text }) => linesOf(text, 'zh'));
  const summary = encodeSummary({
    pairs: countPages(lines.map((page) => page.flatMap((line) => [...pairsOf(line)]))),
    runs: Uint32Array.from(runsOf(lines.flat())),
    words: countPages(english.map(({ text }) => linesOf(text, 'en').flatMap(englishWords))),
  });
  return folder.putNamed('summary', 'bin', gzipSync(summary, { level: 9 }));
}

/** Write what a shelf reads of the book first. */
export function writeShelfHead(head: Omit<ShelfHead, 'format'>, folder: IndexFolder): void {
  folder.putHead('head.json', { format: shelfFormat, ...head } satisfies ShelfHead);
}
