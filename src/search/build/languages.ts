import type { Block } from '../format/block.ts';
import type { FieldLengths } from '../format/fields.ts';
import { escapeHtml } from '../../lib/html/escape.ts';
import { isBareNumber, printed } from '../../lib/book/printed-names.ts';
import type { PageText } from '../format/files.ts';
import { indexTokens, tokenCount, type Design } from '../format/tokens.ts';
import type { SearchEntry } from './entry.ts';

/** An entry in one language, as it is indexed and shown. */
export interface IndexedText {
  entry: SearchEntry;
  text: PageText;
  html: string;
}

export interface ChineseText extends IndexedText {
  fields: FieldLengths;
}

const blockOf = (text: string | undefined): Block[] => (text === undefined ? [] : [['', text]]);

/**
 * The Chinese side of an entry, cut into tokens: title, keywords, summary, text. In this order, the place of a
 * hit tells its field. So a large site can rank without loading every title.
 */
export function chineseText(entry: SearchEntry, design: Design): ChineseText {
  const { type, id, title } = entry;
  const keywords = entry.keywords?.zh ?? [];
  const blocks: Block[] = [...blockOf(entry.summary?.zh), ...entry.blocks];
  const length = (text: string): number => tokenCount(text, design);
  const tokens = [title.zh, ...keywords, ...blocks.map(([, text]) => text)].map((text) =>
    indexTokens(text, design),
  );
  return {
    entry,
    text: { type, id, title: localTitle(entry), ...nameOf(entry), keywords, blocks },
    html: `<p>${tokens.join(' ')}</p>`,
    fields: {
      title: length(title.zh),
      keywords: keywords.map(length),
      summary: length(entry.summary?.zh ?? ''),
    },
  };
}

/** English as it is indexed. Pagefind would take “customer’s” for a word with a stem of its own. */
const withoutPossessives = (text: string): string => text.replace(/(?<=\p{L})['’]s(?!\p{L})/gu, '');

/** The English side of an entry, as Pagefind takes any page; `undefined` if there is no English. */
export function englishText(entry: SearchEntry): IndexedText | undefined {
  const { type, id, title, summary } = entry;
  if (title.en === undefined) return undefined;
  const keywords = entry.keywords?.en ?? [];
  const blocks = [...blockOf(summary?.en), ...(entry.english ?? [])];
  const html = [
    `<h1 data-pagefind-weight="8">${escapeHtml(title.en)}</h1>`,
    `<p data-pagefind-weight="4">${escapeHtml(keywords.join(', '))}</p>`,
    ...blocks.map(([, text]) => `<p>${escapeHtml(text)}</p>`),
  ]
    .map(withoutPossessives)
    .join('');
  return {
    entry,
    text: { type, id, title: localTitle(entry), ...nameOf(entry), keywords, blocks },
    html,
  };
}

/** An entry's name in results: its number as printed, if it has one. Every chapter has a rule 一、, so that is no name of it. */
const nameOf = ({ type, label }: SearchEntry): Pick<PageText, 'name'> =>
  label === undefined || (type === 'rule' && isBareNumber(label))
    ? {}
    : { name: localTitle({ title: printed(label) }) };

const localTitle = ({ title }: Pick<SearchEntry, 'title'>): PageText['title'] => ({
  zh: title.zh,
  ...(title.en !== undefined && { en: title.en }),
});
