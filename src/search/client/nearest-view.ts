import { link } from '../../i18n/links.ts';
import type { Language } from '../../i18n/languages.ts';
import { search } from '../../i18n/search.ts';
import { commonKeywords, nearestTitles } from '../../lib/search/nearest.ts';
import { pathOf, type SearchRecord } from '../../lib/search/records.ts';
import { element } from './element.ts';

/** What to offer where nothing was found: titles like it, and keywords that lead somewhere. */
export function nearestNodes(
  typed: string,
  records: readonly SearchRecord[],
  lang: Language,
  searchFor: (text: string) => void,
): Node[] {
  const t = search[lang];
  const titles = nearestTitles(typed, records).map(({ type, id, title }) =>
    element('li', {}, element('a', { href: link(lang, pathOf(type, id)) }, title)),
  );
  const keywords = commonKeywords(records).map((keyword) => {
    const button = element('button', { type: 'button' }, keyword);
    button.addEventListener('click', () => {
      searchFor(keyword);
    });
    return element('li', {}, button);
  });
  return [
    ...(titles.length > 0 ? [element('h2', {}, t.nearest), element('ul', {}, ...titles)] : []),
    ...(keywords.length > 0 ? [element('h2', {}, t.common), element('ul', { class: 'words' }, ...keywords)] : []),
  ];
}
