import type { SearchTexts } from '../../../i18n/search.ts';
import { element } from '../../kit/element.ts';
import type { Suggestions } from '../sources/source.ts';

interface Context {
  texts: SearchTexts;
  searchFor: (text: string) => void;
}

/** What is shown if nothing was found: similar titles, and common keywords. */
export function nearestNodes({ titles, keywords }: Suggestions, { texts, searchFor }: Context): Node[] {
  const links = titles.map(({ title, address }) => element('li', {}, element('a', { href: address }, title)));
  const words = keywords.map((keyword) => {
    const button = element('button', { type: 'button' }, keyword);
    button.addEventListener('click', () => {
      searchFor(keyword);
    });
    return element('li', {}, button);
  });
  return [
    ...(links.length > 0 ? [element('h2', {}, texts.nearest), element('ul', {}, ...links)] : []),
    ...(words.length > 0
      ? [element('h2', {}, texts.common), element('ul', { class: 'words' }, ...words)]
      : []),
  ];
}
