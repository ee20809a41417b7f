import { must } from '../../../../src/lib/must.ts';
import { matchKey } from '../../../../src/lib/squeeze.ts';
import type { Toc } from '../../contents/toc.ts';
import { isBackHeading } from '../../language/words/section-words.ts';
import type { Line } from '../../model.ts';
import { BodyLines, keysOf } from '../../page/body-lines.ts';
import { longestChapterTitle } from './longest-title.ts';

/** Back matter has at most this many lines with text, and at most this share of the text. */
const mostBack = 400;
const largestBack = 0.4;

/**
 * Index where 参考文献, 附录 or 后记 starts behind the last chapter; the number of lines if none does. If several
 * articles of a book have a 后记 each, none of them is the book's.
 */
export function findBack(lines: Line[], start: number, toc: Toc | undefined): number {
  const body = new BodyLines(lines, start);
  const chapters = new Set(toc?.entries.flatMap(({ level, key }) => (level === 'chapter' ? [key] : [])));
  const found: number[] = [];
  let textBelow = 0;
  for (let i = lines.length - 1; i >= start; i -= 1) {
    const { text } = must(lines[i]);
    if (text.trim() === '') continue;
    if (isBackHeading(text) && body.isolated(i)) found.push(i);
    textBelow += 1;
    // A 后记 further up belongs to a chapter.
    if (textBelow > mostBack || /^\s*第.{1,8}[章篇讲課课]/.test(text)) break;
    if (text.length <= longestChapterTitle && isChapterOf(chapters, body, i)) break;
  }
  if (found.length === 0) return lines.length;
  const counts = Map.groupBy(found, (i) => matchKey(body.text(i)));
  const largest = largestBack * lengthFrom(lines, start);
  return (
    found.findLast(
      (i) => counts.get(matchKey(body.text(i)))?.length === 1 && lengthFrom(lines, i) <= largest,
    ) ?? lines.length
  );
}

/** How many characters there are from a line on. */
function lengthFrom(lines: Line[], start: number): number {
  let length = 0;
  for (let i = start; i < lines.length; i += 1) length += must(lines[i]).text.length;
  return length;
}

/** Whether a line is a listed chapter. Contents may list 附录 as well, which is back matter. */
function isChapterOf(chapters: ReadonlySet<string>, body: BodyLines, index: number): boolean {
  return !isBackHeading(body.text(index)) && keysOf(body.readLine(index)).some((key) => chapters.has(key));
}
