import { bisect } from '../../../../src/lib/bisect.ts';
import { must } from '../../../../src/lib/must.ts';
import type { Toc } from '../../contents/toc.ts';
import { endsSentence, visibleLength } from '../../language/prose.ts';
import { type BodyLines, type HeadingReading, keysOf } from '../../page/body-lines.ts';
import type { ForcedHeading } from '../../page/heading.ts';

/** Read the lines that are short enough for a heading, each alone and, if that fits an entry, with the next one. */
export function readCandidates(body: BodyLines, toc: Toc, forced: ForcedHeading): HeadingReading[] {
  const longest = toc.entries.reduce((most, { title }) => Math.max(most, title.length), 0);
  const most = longest * 1.5 + 24;
  const keys = new Set(toc.entries.map(({ key }) => key));
  const readings: HeadingReading[] = [];
  for (let i = body.start; i < body.end; i += 1) {
    const { text } = must(body.lines[i]);
    // Longer than any heading, spaces included; looked at before trimming, for speed.
    if (text.length > most * 2) continue;
    const length = text.trim().length;
    if (length === 0 || length > most || forced(text, must(body.lines[i])) === 'prose') continue;
    const reading = body.readLine(i);
    readings.push(reading);
    if (keysOf(reading).some((key) => keys.has(key))) continue;
    const two = body.readTwoLines(i);
    if (two && two.whole.length <= most && (reading.title === '' || keysOf(two).some((key) => keys.has(key))))
      readings.push(two);
  }
  return readings;
}

/** The readings that lie within a stretch of lines. */
export function between(readings: HeadingReading[], from: number, to: number): HeadingReading[] {
  const at = (index: number): number => bisect(readings.length, (each) => must(readings[each]).first < index);
  return readings.slice(at(from), at(to)).filter(({ last }) => last < to);
}

/** Whether a line is no sentence, and not too long for a heading. */
export function isHeadingShaped({ title, whole }: HeadingReading): boolean {
  return (
    visibleLength(whole) <= 60 &&
    !/[。；;，,：:、]$/.test(title) &&
    !(endsSentence(title) && /[，。；]/.test(title)) &&
    !/^[，、。]/.test(title)
  );
}
