import { matchKey } from '../../../src/lib/squeeze.ts';
import type { Line } from '../model.ts';
import { numberingAtEnd, numberingOf } from '../language/numbering.ts';
import { visibleLength } from '../language/prose.ts';
import type { Toc } from './toc.ts';

/** Longer lines are no two headings. */
const longestPair = 60;

/**
 * Part a chapter's heading that the contents list from the numbered heading behind it on the same line (卷二文中君德第九),
 * where no other line has the chapter's words. The parts keep the line's number.
 */
export function splitListed(lines: Line[], toc: Toc): Line[] {
  const chapters = toc.entries.filter(({ level }) => level === 'chapter');
  const wholeOf = new Map(chapters.map(({ key, label, title }) => [key, matchKey(label + title)]));
  const wanted = new Set(wholeOf.values());
  for (const { text } of lines.slice(toc.end)) {
    if (wanted.size === 0) return lines;
    if (text.length > 2 * longestPair) continue;
    const key = matchKey(text);
    wanted.delete(wholeOf.get(key) ?? key);
  }
  const most = [...wanted].reduce((longest, { length }) => Math.max(longest, length), 0);
  return lines.flatMap((line, at) => {
    if (at < toc.end || line.format || line.text.length > longestPair * 2) return [line];
    const end = endOfListed(line.text, wanted, most);
    if (end < 0) return [line];
    const [chapter, section] = [line.text.slice(0, end).trimEnd(), line.text.slice(end).trim()];
    return [
      { ...line, text: chapter },
      { number: line.number, text: section, pageBreak: false },
    ];
  });
}

/** Where the wanted words end that a line starts with, if a numbered heading follows; else −1. */
function endOfListed(text: string, wanted: ReadonlySet<string>, most: number): number {
  if (visibleLength(text) > longestPair) return -1;
  const start = text.length - text.trimStart().length;
  for (let end = start + 2; end < text.length && end - start <= 2 * most; end += 1) {
    if (!wanted.has(matchKey(text.slice(start, end)))) continue;
    const rest = text.slice(end).trim();
    if (rest !== '' && (numberingOf(rest) ?? numberingAtEnd(rest)) !== undefined) return end;
  }
  return -1;
}
