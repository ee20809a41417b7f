import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Entries, LinkedEntry } from '../../ingest/entries/entry.ts';
import { parseCsv, printCsv } from './csv.ts';

/** The Chinese that translations were made from, by {@link rowName}. */
export type TranslatedFrom = Record<string, { summary: string; keywords: string }>;

/** An entry with its texts in both languages. */
export interface SheetRow {
  key: string;
  kind: LinkedEntry['kind'];
  title: string;
  summary: string;
  keywords: string[];
  english: { title: string; summary: string; keywords: string[] };
  /** Texts without English. */
  lacking: ('title' | 'summary' | 'keywords')[];
  /** The Chinese that the English was made from, if it has changed since. */
  former?: string;
}

const columns = [
  'kind',
  'title',
  'title_en',
  'summary',
  'summary_en',
  'keywords',
  'keywords_en',
  'changed',
] as const;
const keywordSeparator = '；';

/** Every chapter, rule and case of a book, with what it lacks in English. */
export function toRows(entries: Entries, from: TranslatedFrom): SheetRow[] {
  return [...entries.chapters, ...entries.rules, ...entries.cases].map((entry) => {
    const { kind, data } = entry;
    const keywords = 'keywords' in data ? data.keywords : undefined;
    const row = {
      key: `${kind} ${data.id}`,
      kind,
      title: data.title.zh,
      summary: data.summary?.zh ?? '',
      keywords: keywords?.zh ?? [],
      english: { title: data.title.en ?? '', summary: data.summary?.en ?? '', keywords: keywords?.en ?? [] },
    };
    const former = from[rowName(row)];
    const changed =
      former && row.english.summary !== '' && squeeze(former.summary) !== squeeze(row.summary)
        ? former.summary
        : undefined;
    return {
      ...row,
      lacking: [
        ...(row.english.title === '' ? (['title'] as const) : []),
        ...(row.summary !== '' && row.english.summary === '' ? (['summary'] as const) : []),
        ...(row.keywords.length > 0 && row.english.keywords.length === 0 ? (['keywords'] as const) : []),
      ],
      ...(changed === undefined ? {} : { former: changed }),
    };
  });
}

/** Name of a row, which it keeps if its number changes: kind and title. */
export const rowName = ({ kind, title }: Pick<SheetRow, 'kind' | 'title'>): string =>
  `${kind} ${squeeze(title)}`;

/** The rows as a spreadsheet. */
export function printSheet(rows: readonly SheetRow[]): string {
  return printCsv([
    columns,
    ...rows.map(({ kind, title, summary, keywords, english, former }) => [
      kind,
      title,
      english.title,
      summary,
      english.summary,
      keywords.join(keywordSeparator),
      english.keywords.join('; '),
      former ?? '',
    ]),
  ]);
}

/** What a spreadsheet changes when it comes back. */
export interface Returned {
  /** New English by entry, without texts that are the same. */
  changes: { row: SheetRow; english: { title?: string; summary?: string; keywords?: string[] } }[];
  /** Titles that the book doesn't have (any more). */
  unknown: string[];
  /** Titles whose Chinese summary differs from the spreadsheet's. Their English is taken, but should be checked. */
  outdated: string[];
}

/** Compare a spreadsheet with the book. `undefined` if it lacks the column of titles, or has none of English. */
export function readSheet(text: string, rows: readonly SheetRow[]): Returned | undefined {
  const [head = [], ...lines] = parseCsv(text);
  const at = new Map(head.map((name, index) => [name.trim().toLowerCase(), index]));
  const cellOf = (line: string[], name: (typeof columns)[number]) => line[at.get(name) ?? -1]?.trim();
  if (!at.has('title') || !['title_en', 'summary_en', 'keywords_en'].some((name) => at.has(name)))
    return undefined;
  const byName = new Map(rows.map((row) => [rowName(row), row]));
  const byTitle = Map.groupBy(rows, ({ title }) => squeeze(title));
  const returned: Returned = { changes: [], unknown: [], outdated: [] };
  for (const line of lines) {
    const title = cellOf(line, 'title') ?? '';
    if (title === '') continue;
    const kind = cellOf(line, 'kind') ?? '';
    const alike = byTitle.get(squeeze(title)) ?? [];
    const row = byName.get(`${kind} ${squeeze(title)}`) ?? (alike.length === 1 ? alike[0] : undefined);
    if (!row) {
      returned.unknown.push(title);
      continue;
    }
    const english = differing(row, {
      title: cellOf(line, 'title_en'),
      summary: cellOf(line, 'summary_en'),
      keywords: cellOf(line, 'keywords_en'),
    });
    const summary = cellOf(line, 'summary');
    if (summary !== undefined && squeeze(summary) !== squeeze(row.summary)) returned.outdated.push(title);
    if (Object.keys(english).length > 0) returned.changes.push({ row, english });
  }
  return returned;
}

/** The texts that a row changes. An empty cell changes nothing, since translators leave many empty. */
function differing(
  { english }: SheetRow,
  cells: { title: string | undefined; summary: string | undefined; keywords: string | undefined },
): Returned['changes'][number]['english'] {
  const keywords = (cells.keywords ?? '')
    .split(/[;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return {
    ...(cells.title && cells.title !== english.title ? { title: cells.title } : {}),
    ...(cells.summary && cells.summary !== english.summary ? { summary: cells.summary } : {}),
    ...(keywords.length > 0 && keywords.join('\n') !== english.keywords.join('\n') ? { keywords } : {}),
  };
}
