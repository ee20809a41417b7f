import { element } from '../../kit/element.ts';

/** The last searches as list items, each a button. */
export const recentItems = (searches: readonly string[], choose: (typed: string) => void): HTMLLIElement[] =>
  searches.map((typed) => {
    const button = element('button', { type: 'button' }, typed);
    button.addEventListener('click', () => {
      choose(typed);
    });
    return element('li', {}, button);
  });
