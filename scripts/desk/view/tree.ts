import { parentIdOf } from '../../../src/lib/book/parent-id.ts';
import {
  textsOf,
  type CaseEntry,
  type ChapterEntry,
  type Entries,
  type RuleEntry,
} from '../../ingest/entries/entry.ts';
import type { TreeItem } from '../protocol/model.ts';

/** A case below this confidence is doubtful. */
const minSure = 0.6;
/** A section of the front matter without a heading is shown by this many characters of its text. */
const openingLength = 16;

/** The outline of a book in reading order, each entry with its depth. */
export function toTree(entries: Entries): TreeItem[] {
  const rules = Map.groupBy(entries.rules, ({ data }) => data.chapter);
  const cases = Map.groupBy(entries.cases, ({ data }) => parentIdOf(data));
  const tree: TreeItem[] = entries.front.map(({ id, data, blocks }) => ({
    key: `front ${id}`,
    kind: 'front',
    id,
    level: 1,
    number: '',
    title: data.heading ?? `${(textsOf(blocks)[0] ?? '').slice(0, openingLength)}…`,
    ...(data.source ? { lines: data.source.lines } : {}),
    address: `front/${id}/`,
  }));
  let part: number | undefined;
  const parted = entries.chapters.some(({ data }) => data.part);
  for (const chapter of entries.chapters) {
    const { part: own } = chapter.data;
    if (own && own.number !== part)
      tree.push({
        key: `part ${String(own.number)}`,
        kind: 'part',
        id: String(own.number),
        level: 1,
        number: own.label ?? '',
        title: own.title.zh,
      });
    part = own?.number;
    const level = parted && own ? 2 : 1;
    tree.push(item(chapter, level, chapter.data.label ?? String(chapter.data.number), 'chapters'));
    for (const entry of cases.get(chapter.data.id) ?? []) tree.push(caseItem(entry, level + 1));
    for (const rule of rules.get(chapter.data.id) ?? []) {
      tree.push(item(rule, level + 1, rule.data.label ?? rule.data.number, 'rules'));
      for (const entry of cases.get(rule.data.id) ?? []) tree.push(caseItem(entry, level + 2));
    }
  }
  return tree;
}

function item(entry: ChapterEntry | RuleEntry, level: number, number: string, folder: string): TreeItem {
  const { kind, data } = entry;
  const status = 'status' in data ? data.status : 'complete';
  return {
    key: `${kind} ${data.id}`,
    kind,
    id: data.id,
    level,
    number,
    title: data.title.zh,
    ...(data.title.en === undefined ? {} : { english: data.title.en }),
    ...(data.source && status !== 'missing' ? { lines: data.source.lines } : {}),
    ...(status === 'complete' ? {} : { doubt: status }),
    address: `${folder}/${data.id}/`,
  };
}

function caseItem({ data }: CaseEntry, level: number): TreeItem {
  return {
    key: `case ${data.id}`,
    kind: 'case',
    id: data.id,
    level,
    number: '',
    title: data.title.zh,
    ...(data.title.en === undefined ? {} : { english: data.title.en }),
    lines: data.source.lines,
    storyKind: data.kind,
    ...(data.detection.confidence < minSure ? { doubt: 'unsure' } : {}),
    address: `cases/${data.id}/`,
  };
}
