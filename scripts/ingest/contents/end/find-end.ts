import { must } from '../../../../src/lib/must.ts';
import { matchKey } from '../../../../src/lib/squeeze.ts';
import { frontKind } from '../../language/words/section-words.ts';
import type { Line } from '../../model.ts';
import { hasHanPages, readTocLine, type TocLine } from '../line/contents-line.ts';
import { isAboveText, isRunningText } from '../line/running-text.ts';
import { goesOn } from './goes-on.ts';
import { Listed } from './listed-lines.ts';

/** How many lines are read to learn how a table prints its pages. */
const sampledLines = 300;

/**
 * Find where a table of contents ends: at a heading that the source marks, at running text, or where the book repeats an
 * entry as a heading.
 */
export function findEnd(lines: Line[], start: number): number {
  const seen: TocLine[] = [];
  const hanPages = hasHanPages(lines.slice(start + 1, start + sampledLines));
  const listed = new Listed();
  let top = Infinity;
  for (let i = start + 1; i < lines.length; i += 1) {
    const { text } = must(lines[i]);
    if (text.trim() === '') continue;
    if (must(lines[i]).format?.kind === 'heading') return backToHeadings(lines, start, i, seen);
    if (isRunningText(text)) {
      if (goesOn(lines, i, seen)) continue;
      return backToHeadings(lines, start, i, seen);
    }
    // The same words again, above text. In 01 标题, the number may be read as a page.
    if (listed.printsAgain(text.trim(), isAboveText(lines, i))) return i;
    const line = readTocLine(must(lines[i]), hanPages);
    if (!line.paged && frontKind(text) !== undefined && opensProse(lines, i)) return i;
    const rank = line.numbering?.rank ?? Infinity;
    const isMarked = line.bullet && !line.numbering;
    if (rank <= top && (!isMarked || isAboveText(lines, i)) && listed.hasRecurred(line)) return i;
    top = Math.min(top, line.bullet && !line.numbering ? Infinity : rank);
    seen.push(line);
    listed.add(line);
  }
  return lines.length;
}

/** Whether running text follows before any further line of a table. The text may be hard-wrapped. */
function opensProse(lines: Line[], index: number): boolean {
  let left = 6;
  for (let i = index + 1; i < lines.length && left > 0; i += 1) {
    const { text } = must(lines[i]);
    if (text.trim() === '') continue;
    const line = readTocLine(must(lines[i]));
    if (line.paged || line.bullet || (line.numbering !== undefined && line.numbering.rank < 6)) return false;
    if (isRunningText(text) || /[。！]/.test(text)) return true;
    left -= 1;
  }
  return false;
}

/** From the text at `index`, go back over the headings right above it, which belong to the text. */
function backToHeadings(lines: Line[], start: number, index: number, seen: TocLine[]): number {
  const keys = new Map<string, number>();
  for (const line of seen) keys.set(matchKey(line.title), (keys.get(matchKey(line.title)) ?? 0) + 1);
  let end = index;
  let left = 4;
  for (let i = index - 1; i > start && left > 0; i -= 1) {
    const { text } = must(lines[i]);
    if (text.trim() === '') continue;
    left -= 1;
    const line = readTocLine(must(lines[i]));
    if (line.paged) break;
    if (line.bullet && (keys.get(matchKey(line.title)) ?? 0) < 2) break;
    if (frontKind(text) !== undefined || (keys.get(matchKey(line.title)) ?? 0) > 1) end = i;
  }
  return end;
}
