import { squeeze } from '../../../src/lib/squeeze.ts';
import type { CaseRange, Paragraph } from '../model.ts';
import { isWithin, noteMatch, startsWith, type Overrides } from './overrides.ts';

/**
 * Set and unset the cases of a rule by an editor's corrections. A case that is set replaces those that overlap
 * it.
 */
export function overrideCases(
  found: CaseRange[],
  paragraphs: Paragraph[],
  overrides: Overrides,
): CaseRange[] {
  let ranges = found;
  for (const override of overrides.list) {
    if (!('case' in override)) continue;
    const first = paragraphs.findIndex(
      ({ text, lines }) => isWithin(override, lines, overrides) ?? startsWith(text, override.case),
    );
    if (first < 0) continue;
    if ('as' in override) {
      const kept = ranges.filter((range) => range.first !== first);
      // An editor who named the line has looked at it, so having no case there is as wanted.
      noteMatch(overrides, override, kept.length < ranges.length || override.line !== undefined);
      ranges = kept;
      continue;
    }
    const last = paragraphs.findIndex(
      ({ text }, index) => index >= first && squeeze(text).endsWith(squeeze(override.last)),
    );
    if (last < 0) continue;
    const before = ranges.find((range) => range.first === first);
    const set: CaseRange = {
      first,
      last,
      kind: override.kind ?? before?.kind ?? 'case',
      basis: override.basis ?? before?.basis,
      title: override.title ?? before?.title,
      method: 'override',
      confidence: 1,
      cues: [],
      marker: before?.marker,
      endMarker: before?.last === last ? before.endMarker : undefined,
      inlineMarker: before?.inlineMarker ?? 0,
    };
    noteMatch(overrides, override, !before || !isSameCase(before, set));
    ranges = [...ranges.flatMap((range) => outside(range, set)), set].sort((a, b) => a.first - b.first);
  }
  return ranges;
}

/** A case beside one that is set, without the markers that are now text of that one; none if the two overlap. */
function outside(range: CaseRange, { first, last }: CaseRange): CaseRange[] {
  if (range.last >= first && range.first <= last) return [];
  const free = (at: number | undefined) => (at !== undefined && at >= first && at <= last ? undefined : at);
  return [{ ...range, marker: free(range.marker), endMarker: free(range.endMarker) }];
}

/**
 * Whether setting a case only repeats its marker. A case told from cues is confirmed by it: its confidence
 * rises to 1.
 */
function isSameCase(before: CaseRange, set: CaseRange): boolean {
  return (
    before.method !== 'cues' &&
    before.last === set.last &&
    before.kind === set.kind &&
    before.basis === set.basis &&
    before.title === set.title
  );
}
