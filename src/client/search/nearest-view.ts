import type { SearchTexts } from '../../i18n/search.ts';
import { commonKeywords, nearestTitles } from '../../search/query/nearest.ts';
import type { SearchRecord } from '../../search/format/records.ts';
import { element } from '../kit/element.ts';

interface Context {
  texts: SearchTexts;
  addressOf: (record: SearchRecord) => string;
  searchFor: (text: string) => void;
}

/** What to offer where nothing was found: titles like it, and keywords that lead somewhere. */
export function nearestNodes(
  typed: string,
  records: readonly SearchRecord[],
  { texts, addressOf, searchFor }: Context,
): Node[] {
  const titles = nearestTitles(typed, records).map((record) =>
    element('li', {}, element('a', { href: addressOf(record) }, record.title)),
  );
  const keywords = commonKeywords(records).map((keyword) => {
    const button = element('button', { type: 'button' }, keyword);
    button.addEventListener('click', () => {
      searchFor(keyword);
    });
    return element('li', {}, button);
  });
  return [
    ...(titles.length > 0 ? [element('h2', {}, texts.nearest), element('ul', {}, ...titles)] : []),
    ...(keywords.length > 0
      ? [element('h2', {}, texts.common), element('ul', { class: 'words' }, ...keywords)]
      : []),
  ];
}
