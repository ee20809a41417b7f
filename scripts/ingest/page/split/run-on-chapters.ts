import { numeralCharacters, parseNumeral } from '../../../../src/lib/numerals.ts';
import type { Line } from '../../model.ts';

/** A paragraph shorter than this holds no book. */
const shortestRunOn = 120;
/** The paragraph has at least this share of the text. */
const minShare = 0.5;
/** Fewer chapters in one paragraph are mentioned in it. */
const fewestChapters = 3;
/** A chapter's number where a sentence has ended, and no sentence goes on behind it. */
const chapter = new RegExp(
  `(?<=^|[。！？!?…”」』）)]\\s{0,4})第([${numeralCharacters}]{1,6})[章回讲課课][\\s:：、]{0,4}(?![的之中里，。])`,
  'g',
);
/** A title with a gap behind it. */
const title = /^([^\s，。；：！？]{1,24})\s+(?=\S)/;

/** Part a book that is one paragraph, 第一章 标题 text of it。第二章 …, into its headings and texts. The parts keep the line's number. */
export function splitRunOnChapters(lines: Line[]): Line[] {
  const total = lines.reduce((sum, { text }) => sum + text.length, 0);
  return lines.flatMap((line) => {
    const { text } = line;
    if (
      line.format ||
      text.length < Math.max(shortestRunOn, minShare * total) ||
      !/第.{1,6}[章回讲課课]/.test(text)
    )
      return [line];
    const starts = chapterStarts(text);
    if (starts.length < fewestChapters) return [line];
    const before = text.slice(0, starts[0]?.from).trimEnd();
    const parts = starts.flatMap(({ from, length }, i) =>
      headed(text.slice(from, starts[i + 1]?.from), length),
    );
    return [...(before === '' ? [] : [before, '']), ...parts].map((part, i) => ({
      number: line.number,
      text: part,
      pageBreak: i === 0 && line.pageBreak,
    }));
  });
}

/** Where the chapters start that count up by one, and how long their numbers are. */
function chapterStarts(text: string): { from: number; length: number }[] {
  const starts: { from: number; length: number }[] = [];
  let next: number | undefined;
  for (const match of text.matchAll(chapter)) {
    const number = parseNumeral(match[1] ?? '');
    if (number === undefined || (next !== undefined && number !== next)) continue;
    next = number + 1;
    starts.push({ from: match.index, length: match[0].length });
  }
  return starts;
}

/** A chapter's heading with its title, if a gap parts that from the text, the text, and an empty line behind it. */
function headed(text: string, length: number): string[] {
  const end = length + (title.exec(text.slice(length))?.[1]?.length ?? 0);
  return [text.slice(0, end).trimEnd(), text.slice(end).trim(), ''];
}
