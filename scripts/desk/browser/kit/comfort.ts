import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import { make } from './dom.ts';

const name = 'comfort';

/** The reader's choices hold here as well: `data-theme` and its like. */
function comfort(): Record<string, string> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}

/** Show the desk in the theme and letters that the reader of the site has chosen. */
export function paint(): void {
  const { dataset } = document.documentElement;
  for (const choice of ['theme', 'size', 'leading', 'face']) {
    const value = comfort()[choice];
    if (typeof value === 'string') dataset[choice] = value;
    else Reflect.deleteProperty(dataset, choice);
  }
}

/** The choice of a theme. */
export function themeChoice(words: DeskMessages): HTMLElement {
  const select = make(
    'select',
    { 'aria-label': words.theme },
    ...Object.entries(words.themes).map(([value, label]) => make('option', { value }, label)),
  );
  select.value = comfort()['theme'] ?? 'auto';
  select.addEventListener('change', () => {
    const { theme, ...rest } = comfort();
    void theme;
    localStorage.setItem(
      name,
      JSON.stringify(select.value === 'auto' ? rest : { ...rest, theme: select.value }),
    );
    paint();
  });
  return select;
}
