import type { Block } from '../../lib/search/excerpt.ts';
import type { PageText } from '../../lib/search/files.ts';
import { indexTokens, tokenCount, type Design } from '../../lib/search/tokens.ts';
import type { SearchEntry } from './entry.ts';

/** An entry in one language, as it is indexed and shown. */
export interface IndexedText {
  /** Name under which the page is fed. */
  name: string;
  entry: SearchEntry;
  text: PageText;
  html: string;
  /** Tokens before the text proper. */
  head: number;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const blockOf = (text: string | undefined): Block[] => (text === undefined ? [] : [['', text]]);

/**
 * The Chinese side of an entry, cut into tokens: title, keywords, summary, text. In this order the place of a hit says how
 * much it counts, and a large site ranks by it without loading every title.
 */
export function chineseText(entry: SearchEntry, design: Design): IndexedText {
  const { type, id, title } = entry;
  const keywords = entry.keywords?.zh ?? [];
  const blocks: Block[] = [...blockOf(entry.summary?.zh), ...entry.blocks];
  const heads = [title.zh, ...keywords, ...(entry.summary ? [entry.summary.zh] : [])];
  const tokens = [title.zh, ...keywords, ...blocks.map(([, text]) => text)].map((text) =>
    indexTokens(text, design),
  );
  return {
    name: `${type}/${id}`,
    entry,
    text: { type, id, title: localTitle(entry), keywords, blocks },
    html: `<p>${tokens.join(' ')}</p>`,
    head: heads.reduce((sum, text) => sum + tokenCount(text, design), 0),
  };
}

/** The English side of an entry, as Pagefind takes any page; `undefined` where there is no English. */
export function englishText(entry: SearchEntry): IndexedText | undefined {
  const { type, id, title, summary } = entry;
  if (title.en === undefined) return undefined;
  const keywords = entry.keywords?.en ?? [];
  const html = [
    `<h1 data-pagefind-weight="8">${escapeHtml(title.en)}</h1>`,
    `<p data-pagefind-weight="4">${escapeHtml(keywords.join(', '))}</p>`,
    `<p>${escapeHtml(summary?.en ?? '')}</p>`,
  ].join('');
  return {
    name: `${type}/${id}`,
    entry,
    text: { type, id, title: localTitle(entry), keywords, blocks: blockOf(summary?.en) },
    html,
    head: 0,
  };
}

const localTitle = ({ title }: SearchEntry): PageText['title'] => ({
  zh: title.zh,
  ...(title.en !== undefined && { en: title.en }),
});
