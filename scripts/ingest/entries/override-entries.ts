import { isDeepStrictEqual } from 'node:util';
import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Override } from '../../../src/schemas/overrides.ts';
import { textsOf, type Entries, type LinkedEntry } from './entry.ts';
import { isWithin, noteMatch, startsWith, type Overrides } from '../corrections/overrides.ts';

/** Set titles, summaries and the like of the entries that an editor names by their title, or of a case by its first words. */
export function overrideEntries(entries: Entries, overrides: Overrides): Entries {
  const named = overrides.list.flatMap((override) =>
    'entry' in override ? [{ override, words: squeeze(override.entry) }] : [],
  );
  if (named.length === 0) return entries;
  const byTitle = Map.groupBy(named, ({ words }) => words);
  const apply = <T extends LinkedEntry>(entry: T): T => {
    const own = byTitle.get(squeeze(entry.data.title.zh)) ?? [];
    const [opening] = entry.kind === 'case' ? textsOf(entry.blocks) : [];
    const byOpening =
      opening === undefined ? [] : named.filter(({ override }) => startsWith(opening, override.entry));
    const { source } = entry.data;
    const isHere = ({ override }: (typeof named)[number]): boolean =>
      override.repeated !== true ||
      (source !== undefined && isWithin(override, [source.lines[0], source.lines[0]], overrides) === true);
    return [...own, ...byOpening.filter((each) => !own.includes(each))]
      .filter(isHere)
      .reduce((edited, { override }) => {
        const { kind, basis, facets } = override;
        // Only a case has these. On any other entry they would be lost without a word.
        if (entry.kind !== 'case' && (kind ?? basis ?? facets) !== undefined) return edited;
        const data = { ...edited.data, ...fieldsOf(override) };
        noteMatch(overrides, override, !isDeepStrictEqual(data, edited.data));
        return { ...edited, data };
      }, entry);
  };
  return {
    ...entries,
    chapters: entries.chapters.map(apply),
    rules: entries.rules.map(apply),
    cases: entries.cases.map(apply),
  };
}

function fieldsOf({
  title,
  summary,
  keywords,
  facets,
  kind,
  basis,
}: Extract<Override, { entry: string }>): object {
  return {
    ...(title === undefined ? {} : { title: { zh: title } }),
    ...(summary === undefined ? {} : { summary: { zh: summary } }),
    ...(keywords === undefined ? {} : { keywords: { zh: keywords } }),
    ...(facets === undefined ? {} : { facets }),
    ...(kind === undefined ? {} : { kind }),
    ...(basis === undefined ? {} : { basis }),
  };
}
