import type { DeskMessages } from '../../../src/i18n/desk.ts';
import { make } from './dom.ts';
import type { Store } from './store.ts';

/** Milliseconds that a line has to stay chosen before its page is fetched. */
const patience = 350;

/** The page that the active line stands on, as its readers will see it; the site reloads it by itself when it changes. */
export function previewOf(store: Store, words: DeskMessages, lang: 'zh' | 'en'): HTMLElement {
  const frame = make('iframe', { title: words.page, hidden: true });
  const hint = make('p', { class: 'hint' }, words.noPage);
  const link = make('a', { target: '_blank', rel: 'noreferrer', hidden: true }, words.openPage);
  let waiting = 0;
  let shown = '';
  const show = () => {
    const { entry } = store;
    const path = entry?.address;
    if (path === undefined || store.view.problem !== undefined || path === shown) return;
    shown = path;
    const address = `../${lang === 'en' ? 'en/' : ''}${path}`;
    frame.src = address;
    frame.title = words.pageOf(entry?.title ?? '');
    link.href = address;
    frame.hidden = link.hidden = false;
    hint.hidden = true;
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(show, patience);
  };
  store.onSelect(later);
  store.onChange(later);
  return make('section', { class: 'preview', 'aria-label': words.page }, hint, link, frame);
}
