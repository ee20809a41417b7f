import { squeeze } from '../../../src/lib/squeeze.ts';
import type { CaseRange, Paragraph } from '../model.ts';
import { startsWith, type Overrides } from './overrides.ts';

/** Set and unset cases among a rule's paragraphs as an editor says; what overlaps a case that is set gives way to it. */
export function overrideCases(
  found: CaseRange[],
  paragraphs: Paragraph[],
  overrides: Overrides,
): CaseRange[] {
  let ranges = found;
  for (const override of overrides.list) {
    if (!('case' in override)) continue;
    const first = paragraphs.findIndex(({ text }) => startsWith(text, override.case));
    if (first < 0) continue;
    if ('as' in override) {
      const kept = ranges.filter((range) => range.first !== first);
      if (kept.length < ranges.length) overrides.matched.add(override);
      ranges = kept;
      continue;
    }
    const last = paragraphs.findIndex(
      ({ text }, index) => index >= first && squeeze(text).endsWith(squeeze(override.last)),
    );
    if (last < 0) continue;
    overrides.matched.add(override);
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
    ranges = [...ranges.filter((range) => range.last < first || range.first > last), set].sort(
      (a, b) => a.first - b.first,
    );
  }
  return ranges;
}
