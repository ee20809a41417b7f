import type { Block } from '../../format/block.ts';
import { occurrences, type Stretch } from './occurrences.ts';

/** A run of an excerpt. */
export interface Run {
  text: string;
  marked: boolean;
}

export interface Excerpt {
  runs: Run[];
  /** Id of the paragraph that it was taken from; empty if there is none. */
  block: string;
  /** How many places of the page have one of the terms. */
  count: number;
}

const sentenceEnd = /[。！？!?；;]["”’』」]?\s*/gu;

/** Where an excerpt begins: at the first sentence that starts within `room` characters before the hit, else `room` characters before it. */
function beginning(text: string, hit: number, room: number): number {
  const from = Math.max(0, hit - room);
  if (from === 0) return 0;
  const ends = [...text.slice(from, hit).matchAll(sentenceEnd)].map(
    (end) => from + end.index + end[0].length,
  );
  return ends[0] ?? from;
}

const letter = /[a-z0-9’']/iu;

/** The beginning of the Latin word around a place; the place itself if there is none. */
function outsideWord(text: string, at: number): number {
  let place = at;
  while (
    place > 0 &&
    place < text.length &&
    letter.test(text.charAt(place)) &&
    letter.test(text.charAt(place - 1))
  )
    place -= 1;
  return place;
}

/** Text cut into marked and plain runs. */
export function markRuns(text: string, hits: readonly Stretch[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end } of hits) {
    if (start > at) runs.push({ text: text.slice(at, start), marked: false });
    runs.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), marked: false });
  return runs;
}

/**
 * The part of a page that shows its hits best. It is taken from the first block with the most different terms.
 *
 * @param length in UTF-16 units
 */
export function excerptOf(blocks: readonly Block[], terms: readonly string[], length = 88): Excerpt {
  let best: { block: Block; hits: Stretch[]; kinds: number } | undefined;
  let count = 0;
  for (const block of blocks) {
    const hits = occurrences(block[1], terms);
    count += hits.length;
    if (hits.length === 0) continue;
    const kinds = terms.filter((term) => occurrences(block[1], [term]).length > 0).length;
    if (!best || kinds > best.kinds) best = { block, hits, kinds };
  }
  const [id, text] = best?.block ?? blocks[0] ?? ['', ''];
  const hits = best?.hits ?? [];
  const first = hits[0]?.start ?? 0;
  const start = outsideWord(text, beginning(text, first, Math.floor(length / 3)));
  const end = Math.max(hits[0]?.end ?? 0, outsideWord(text, Math.min(text.length, start + length)));
  const shown = hits
    .filter((hit) => hit.start < end && hit.end > start)
    .map((hit) => ({ start: Math.max(hit.start, start) - start, end: Math.min(hit.end, end) - start }));
  const runs = markRuns(text.slice(start, end), shown);
  if (start > 0) runs.unshift({ text: '…', marked: false });
  if (end < text.length) runs.push({ text: '…', marked: false });
  return { runs, block: best ? id : '', count };
}
