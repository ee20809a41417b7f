import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import { make } from './dom.ts';

const name = 'comfort';

/** The choices of the reader of the site, such as `theme`. */
function choices(): Record<string, string> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}

/** Give the desk the theme and typeface that the reader of the site has chosen. */
export function applyComfort(): void {
  const { dataset } = document.documentElement;
  for (const choice of ['theme', 'size', 'leading', 'face']) {
    const value = choices()[choice];
    if (typeof value === 'string') dataset[choice] = value;
    else Reflect.deleteProperty(dataset, choice);
  }
}

/** A select for the theme. */
export function themeChoice(words: DeskMessages): HTMLElement {
  const select = make(
    'select',
    { 'aria-label': words.theme },
    ...Object.entries(words.themes).map(([value, label]) => make('option', { value }, label)),
  );
  select.value = choices()['theme'] ?? 'auto';
  select.addEventListener('change', () => {
    const { theme, ...rest } = choices();
    void theme;
    localStorage.setItem(
      name,
      JSON.stringify(select.value === 'auto' ? rest : { ...rest, theme: select.value }),
    );
    applyComfort();
  });
  return select;
}
