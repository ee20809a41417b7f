import { columns, isProse } from '../../language/prose.ts';
import type { Line } from '../../model.ts';
import { readTocLine } from './contents-line.ts';

/** Columns of the widest entry: sixty Chinese characters. */
const widestEntry = 120;

/** Whether a line is running text, which a table has only as a summary. */
export function isRunningText(text: string): boolean {
  const trimmed = text.trim();
  if (/[。！!；;]["”’」』）)]*$/.test(trimmed) || columns(trimmed) > widestEntry) {
    const line = readTocLine({ number: 1, text, pageBreak: false });
    return !line.paged && !line.bullet && isProse(trimmed);
  }
  return false;
}

/** Whether the next line that isn't empty is running text. */
export function isAboveText(lines: Line[], index: number): boolean {
  const below = lines.slice(index + 1, index + 6).find(({ text }) => text.trim() !== '');
  return below !== undefined && isRunningText(below.text);
}
