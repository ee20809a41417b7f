import type { SearchTexts } from '../../../i18n/search.ts';
import type { FacetCount, Narrowing } from '../../../search/query/rank/facets.ts';
import { numberOf, type FacetName } from '../../../search/format/records.ts';
import { own } from '../../../lib/own.ts';
import { element } from '../../kit/element.ts';
import { find } from '../../kit/find.ts';
import type { Results } from '../sources/source.ts';

type Name = FacetName | 'type';

/** The filters above the results. */
export interface NarrowingView {
  /** Show what the results can be narrowed by. */
  show: (results: Pick<Results, 'facets' | 'labels' | 'all'>, narrowing: Narrowing) => void;
  hide: () => void;
}

interface Parts {
  types: HTMLElement;
  details: HTMLDetailsElement;
  /** Place for the choice of a handbook, if there are several. */
  books: HTMLElement | undefined;
  texts: SearchTexts;
  english: boolean;
  /** Called with the narrowing that a reader chose. */
  choose: (narrowing: Narrowing) => void;
  /** Whether the type is fixed by the page. */
  fixedType: boolean;
}

function narrowed(narrowing: Narrowing, name: Name, value: string): Narrowing {
  const next = { ...narrowing };
  if (value === '') Reflect.deleteProperty(next, name);
  else next[name] = value;
  return next;
}

/** Types are a row of buttons, the other facets selects with counts. A value without results is not offered. */
export function narrowingView({
  types,
  details,
  books,
  texts: t,
  english,
  choose,
  fixedType,
}: Parts): NarrowingView {
  const label = (name: FacetName, value: string, labels: Results['labels']): string => {
    if (name === 'chapter') return t.chapter(numberOf(value));
    if (name === 'outcome') return own(t.outcomes, value) ?? value;
    const [zh, en] = own(labels[name] ?? {}, value) ?? [value];
    return (english ? en : zh) ?? zh;
  };

  function showTypes({ values }: FacetCount, narrowing: Narrowing): void {
    types.hidden = fixedType || values.length < 2;
    const all = values.reduce((sum, { count }) => sum + count, 0);
    const entries = [{ value: '', name: t.allTypes, count: all }].concat(
      values.map(({ value, count }) => ({ value, name: t.types[value as keyof typeof t.types], count })),
    );
    const focused = types.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.value
      : undefined;
    types.replaceChildren(
      ...entries.map(({ value, name, count }) => {
        const button = element(
          'button',
          { type: 'button', 'aria-pressed': String((narrowing.type ?? '') === value), 'data-value': value },
          name,
          element('small', {}, String(count)),
        );
        button.addEventListener('click', () => {
          choose(narrowed(narrowing, 'type', value));
        });
        return button;
      }),
    );
    if (focused !== undefined) types.querySelector<HTMLElement>(`[data-value="${focused}"]`)?.focus();
  }

  function select(
    { name, values }: FacetCount,
    narrowing: Narrowing,
    labels: Results['labels'],
  ): HTMLElement | undefined {
    const facet = name as FacetName;
    const chosen = narrowing[facet] ?? '';
    if (values.length < 2 && chosen === '') return undefined;
    const options = values.map(({ value, count }) =>
      element(
        'option',
        { value, selected: value === chosen },
        `${label(facet, value, labels)} (${String(count)})`,
      ),
    );
    const list = element('select', { name: facet }, element('option', { value: '' }, t.any), ...options);
    list.addEventListener('change', () => {
      choose(narrowed(narrowing, facet, list.value));
    });
    return element('label', {}, element('span', {}, t.facets[facet]), list);
  }

  function showBooks(counts: FacetCount | undefined, narrowing: Narrowing, labels: Results['labels']): void {
    const list = books && counts && select(counts, narrowing, labels);
    if (!books) return;
    const focused = books.contains(document.activeElement);
    books.hidden = !list;
    books.replaceChildren(...(list ? [list] : []));
    if (focused) books.querySelector('select')?.focus();
  }

  return {
    show: ({ facets: counts, labels, all }, narrowing) => {
      const type = counts.find(({ name }) => name === 'type');
      const facets = counts.filter(({ name }) => name !== 'type' && name !== 'book');
      showBooks(
        counts.find(({ name }) => name === 'book'),
        narrowing,
        labels,
      );
      if (type) showTypes(type, narrowing);
      const place = find(details, '.selects');
      const focused = place.contains(document.activeElement)
        ? (document.activeElement as HTMLSelectElement).name
        : undefined;
      const selects = facets
        .map((facet) => select(facet, narrowing, labels))
        .filter((each) => each !== undefined);
      const chosen = Object.keys(narrowing).some((name) => name !== 'type' && name !== 'book');
      if (chosen) {
        const clear = element('button', { type: 'button', class: 'clear' }, t.clear);
        clear.addEventListener('click', () => {
          choose(narrowing.type === undefined ? {} : { type: narrowing.type });
        });
        selects.push(clear);
        details.open = true;
      }
      place.replaceChildren(...selects);
      // The selects are filled only when the reader opens the filters.
      details.hidden = all < 2 && !chosen;
      if (focused !== undefined) place.querySelector<HTMLElement>(`[name="${focused}"]`)?.focus();
    },
    hide: () => {
      types.hidden = true;
      if (books) books.hidden = true;
      details.hidden = true;
    },
  };
}
