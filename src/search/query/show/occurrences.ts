import { fold, foldWithOrigin } from '../../format/fold.ts';
import { must } from '../../../lib/must.ts';

/** A stretch of text, `start` included, `end` not; in UTF-16 units of the source text. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Every place where one of the terms occurs, in order. Overlapping and adjacent places are merged. Text and terms are folded
 * before they are compared.
 */
export function occurrences(source: string, terms: readonly string[]): Stretch[] {
  const { text, origin } = foldWithOrigin(source);
  const found: Stretch[] = [];
  for (const term of new Set(terms.map(fold))) {
    if (term === '') continue;
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
      found.push({ start: must(origin[at]), end: must(origin[at + term.length]) });
    }
  }
  return merge(found);
}

function merge(stretches: Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged[merged.length - 1];
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
    else merged.push({ ...stretch });
  }
  return merged;
}
