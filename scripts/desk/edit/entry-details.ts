import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Override } from '../../../src/schemas/overrides.ts';
import { startsWith } from '../../ingest/corrections/overrides.ts';
import { textsOf, type Entries, type LinkedEntry } from '../../ingest/entries/entry.ts';
import type { EntryDetails } from '../protocol/model.ts';
import type { EditContext } from './context.ts';
import { EditError } from '../protocol/edit-error.ts';

/**
 * The entry with this key, such as `rule 01-02`.
 * @throws EditError if there is none
 */
export function entryOf(entries: Entries | undefined, key: string): LinkedEntry {
  const all: LinkedEntry[] = entries ? [...entries.chapters, ...entries.rules, ...entries.cases] : [];
  const entry = all.find(({ kind, data }) => `${kind} ${data.id}` === key);
  if (!entry) throw new EditError('no-entry');
  return entry;
}

/** An entry as its form shows it. */
export function detailsOf(entry: LinkedEntry): EntryDetails {
  const { kind, data } = entry;
  const keywords = 'keywords' in data ? data.keywords : undefined;
  return {
    key: `${kind} ${data.id}`,
    kind,
    title: data.title.zh,
    summary: data.summary?.zh ?? '',
    keywords: keywords?.zh ?? [],
    ...storyOf(entry),
    english: { title: data.title.en ?? '', summary: data.summary?.en ?? '', keywords: keywords?.en ?? [] },
  };
}

type Story = Pick<
  EntryDetails,
  'storyKind' | 'basis' | 'years' | 'places' | 'roles' | 'industries' | 'outcome'
>;

/** Fields that only a case has; empty for other entries. */
function storyOf(entry: LinkedEntry): Story {
  if (entry.kind !== 'case')
    return { storyKind: '', basis: '', years: [], places: [], roles: [], industries: [], outcome: '' };
  const { kind, basis = '', facets = {} } = entry.data;
  const { years = [], places = [], roles = [], industries = [], outcome = '' } = facets;
  return { storyKind: kind, basis, years, places, roles, industries, outcome };
}

/** Index of the correction that applies to an entry, and the words by which a new correction would name the entry. */
export function correctionOf(
  { overrides, analysis }: Pick<EditContext, 'overrides' | 'analysis'>,
  entry: LinkedEntry,
): { index: number | undefined; words: string } {
  const title = squeeze(entry.data.title.zh);
  const line = entry.data.source?.lines[0];
  const [opening = ''] = entry.kind === 'case' ? textsOf(entry.blocks) : [];
  const index = overrides.findIndex((override, i) => {
    if (!('entry' in override) || !appliesTo(override, title, opening)) return false;
    return override.repeated !== true || analysis.corrections[i] === line;
  });
  const words = entry.kind === 'case' ? opening.slice(0, 16) : entry.data.title.zh;
  return { index: index < 0 ? undefined : index, words };
}

/** Whether a correction names an entry: by the title in the source, by the title that the correction gives it, or by its first words. */
function appliesTo(override: Extract<Override, { entry: string }>, title: string, opening: string): boolean {
  return (
    squeeze(override.entry) === title ||
    (override.title !== undefined && squeeze(override.title) === title) ||
    (opening !== '' && startsWith(opening, override.entry))
  );
}
