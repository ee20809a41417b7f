import { must } from '../../../../src/lib/must.ts';
import { matchKey } from '../../../../src/lib/squeeze.ts';
import type { Line } from '../../model.ts';
import { readTocLine, type TocLine } from '../line/contents-line.ts';

/** The longest summary below an entry, in lines. */
const longestSummary = 24;

/**
 * Whether a table goes on behind running text, because each entry has a summary. The next number of its chapters must
 * follow within a few lines, and its title must come again further down.
 */
export function goesOn(lines: Line[], index: number, seen: TocLine[]): boolean {
  const last = seen.findLast(
    ({ numbering }) => numbering?.number !== undefined && numbering.rank < 4,
  )?.numbering;
  const next = (last?.number ?? 0) + 1;
  let left = longestSummary;
  for (let i = index + 1; i < lines.length && left > 0; i += 1) {
    const text = must(lines[i]).text.trim();
    if (text === '') continue;
    left -= 1;
    const { numbering, title } = readTocLine(must(lines[i]));
    if (
      !numbering ||
      numbering.rank >= 4 ||
      numbering.number !== next ||
      numbering.scheme !== (last ?? numbering).scheme
    )
      continue;
    const key = matchKey(title);
    return (
      key !== '' &&
      lines.slice(i + 1).some(({ text: below }) => below.length < 100 && matchKey(below).endsWith(key))
    );
  }
  return false;
}
