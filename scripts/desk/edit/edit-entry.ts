import type { Document } from 'yaml';
import { squeeze } from '../../../src/lib/squeeze.ts';
import { translationsSchema } from '../../../src/schemas/translations.ts';
import type { LinkedEntry } from '../../ingest/entries/entry.ts';
import type { Action, EntryFields } from '../protocol/model.ts';
import { cleanLine, cleanList, cleanText } from './clean.ts';
import type { EditContext, Edited } from './context.ts';
import { CorrectionList } from './correction-list.ts';
import { EditError } from '../protocol/edit-error.ts';
import { correctionOf, detailsOf, entryOf } from './entry-details.ts';
import { editYaml, mapAt, setKey } from './yaml-text.ts';

const sections = { chapter: 'chapters', rule: 'rules', case: 'cases' } as const;

/**
 * Set an editor's texts for an entry: Chinese ones in `overrides.yaml`, English ones in `translations.yaml`.
 * @throws EditError if nothing is set
 */
export function editEntry(
  context: EditContext,
  { entry: key, fields }: Extract<Action, { do: 'entry' }>,
): Edited {
  const entry = entryOf(context.entries, key);
  const edited: Edited = new Map();
  const keys = correctionKeys(fields, entry);
  if (Object.keys(keys).length > 0) edited.set('overrides.yaml', correct(context, entry, keys));
  const title = typeof keys['title'] === 'string' ? keys['title'] : entry.data.title.zh;
  const renamed = title !== entry.data.title.zh && entry.data.title.en !== undefined;
  if (fields.english || renamed)
    edited.set('translations.yaml', translate(context, entry, title, fields.english));
  if (edited.size === 0) throw new EditError('empty');
  return edited;
}

/** The keys of the entry's correction that the fields change; `undefined` removes a key. */
function correctionKeys(fields: EntryFields, entry: LinkedEntry): Record<string, unknown> {
  const now = detailsOf(entry);
  const changes: Record<string, unknown> = {};
  const text = (name: 'title' | 'summary', value: string | undefined) => {
    if (value !== undefined && value !== now[name]) changes[name] = value === '' ? undefined : value;
  };
  text('title', fields.title === undefined ? undefined : cleanLine(fields.title));
  text('summary', fields.summary === undefined ? undefined : cleanText(fields.summary.replace(/\s+/g, ' ')));
  if (fields.keywords) {
    const keywords = cleanList(fields.keywords);
    if (keywords.join('\n') !== now.keywords.join('\n'))
      changes['keywords'] = keywords.length > 0 ? keywords : undefined;
  }
  if (entry.kind !== 'case') return changes;
  if (fields.kind && fields.kind !== now.storyKind) changes['kind'] = fields.kind;
  if (fields.basis !== undefined && fields.basis !== now.basis)
    changes['basis'] = fields.basis === '' ? undefined : fields.basis;
  const facets = facetsOf(fields, now);
  if (JSON.stringify(facets) !== JSON.stringify(facetsOf({}, now)))
    changes['facets'] = Object.keys(facets).length > 0 ? facets : undefined;
  return changes;
}

function facetsOf(fields: EntryFields, now: ReturnType<typeof detailsOf>): Record<string, unknown> {
  const years = [...new Set(fields.years ?? now.years)].filter(
    (year) => Number.isInteger(year) && year >= 1000 && year <= 2999,
  );
  const lists = { places: fields.places, roles: fields.roles, industries: fields.industries };
  const outcome = fields.outcome ?? now.outcome;
  return {
    ...(years.length > 0 ? { years } : {}),
    ...Object.fromEntries(
      (['places', 'roles', 'industries'] as const)
        .map((name) => [name, cleanList(lists[name] ?? now[name])] as const)
        .filter(([, list]) => list.length > 0),
    ),
    ...(['success', 'failure', 'mixed'].includes(outcome) ? { outcome } : {}),
  };
}

/** Keys of a correction that say which entry it is about. */
const placeKeys = new Set(['entry', 'line', 'between', 'repeated']);

function correct(context: EditContext, entry: LinkedEntry, changes: Record<string, unknown>): string {
  const list = new CorrectionList(context);
  const { index, words } = correctionOf(context, entry);
  if (index !== undefined) {
    const after = Object.entries({ ...context.overrides[index], ...changes }).filter(
      ([key, value]) => !placeKeys.has(key) && value !== undefined,
    );
    // A correction that sets nothing any more is removed.
    if (after.length === 0) list.removeAt(index);
    else list.change(index, changes);
  } else {
    const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const line = entry.data.source?.lines[0] ?? 1;
    if (Object.keys(set).length > 0)
      list.add({ entry: words, ...set }, line, isShared(context, entry, words));
  }
  return list.print();
}

/** Whether the words that name an entry are the title, or a case's first words, of another one too. */
function isShared({ entries }: EditContext, entry: LinkedEntry, words: string): boolean {
  const name = squeeze(words);
  const all = entries ? [...entries.chapters, ...entries.rules, ...entries.cases] : [];
  return all.some(
    (other) =>
      other.data.id !== entry.data.id &&
      (squeeze(other.data.title.zh) === name ||
        (other.kind === 'case' &&
          other.blocks.some(
            (block, i) => i === 0 && block.type === 'paragraph' && squeeze(block.text).startsWith(name),
          ))),
  );
}

function translate(
  context: EditContext,
  entry: LinkedEntry,
  title: string,
  english: EntryFields['english'] = {},
): string {
  return editTranslations(context, (document) => {
    setEnglish(document, entry.kind, entry.data.title.zh, title, english);
  });
}

/** Set the English of an entry. It is kept under the Chinese title; if that has changed, the English moves along. */
export function setEnglish(
  document: Document,
  kind: LinkedEntry['kind'],
  former: string,
  title: string,
  { title: named, summary, keywords }: NonNullable<EntryFields['english']>,
): void {
  const section = mapAt(document, [sections[kind]]);
  const before = former === title ? undefined : section.get(former, true);
  if (before !== undefined && !section.has(title))
    setKey(document, section, title, document.createNode(mapAt(document, [sections[kind], former]).toJSON()));
  const map = mapAt(document, [sections[kind], title]);
  if (named !== undefined) setKey(document, map, 'title', cleanLine(named) || undefined);
  if (summary !== undefined)
    setKey(document, map, 'summary', cleanText(summary.replace(/\s+/g, ' ')) || undefined);
  if (keywords) {
    const words = cleanList(keywords);
    setKey(document, map, 'keywords', words.length > 0 ? words : undefined);
  }
  if (map.items.length === 0) section.delete(title);
}

/**
 * Change the translations of a book.
 * @returns the new text of `translations.yaml`
 */
export function editTranslations(context: EditContext, change: (document: Document) => void): string {
  return editYaml(
    context.read('translations.yaml'),
    {
      name: 'translations.yaml',
      schema: translationsSchema,
      heading: 'English by Chinese title, so that renumbering breaks nothing.',
    },
    change,
  );
}
