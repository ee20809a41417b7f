import type { Language } from '../lib/addresses.ts';
import { citePlain, type Cited } from './citation.ts';
import { escapeHtml } from '../lib/html.ts';
import { inLanguage } from '../lib/in-language.ts';

/**
 * HTML for the clipboard: the title as a link, the citation beneath it. Nothing but a paragraph, a link, bold type and
 * a line break, which PowerPoint, WPS, Keynote and mail programs all keep.
 */
export function richLink(cited: Cited, lang: Language): string {
  const { title, rule, labels, url } = cited;
  const mark = labels?.rule ?? rule;
  const name = [...(mark === undefined ? [] : [mark]), inLanguage(title, lang)].join(' ');
  return `<p><a href="${escapeHtml(url)}"><b>${escapeHtml(name)}</b></a><br>${escapeHtml(citePlain(cited, lang))}</p>`;
}
