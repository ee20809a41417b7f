import { search } from '../../i18n/search.ts';
import dialogCss from './dialog.css?inline';
import { element } from '../kit/element.ts';
import { find } from '../kit/find.ts';
import { pageLanguage } from '../kit/page-language.ts';
import panelCss from './panel.css?inline';
import { ownMarkup } from '../kit/trusted.ts';
import { SearchPanel } from './panel.ts';
import { panelSkeleton } from './skeleton.ts';

let dialog: HTMLDialogElement | undefined;

function build(): HTMLDialogElement {
  const lang = pageLanguage();
  const t = search[lang];
  document.head.append(element('style', {}, panelCss, dialogCss));
  const panel = element('div', { class: 'search-panel' });
  panel.innerHTML = ownMarkup(panelSkeleton(lang));
  const close = element('button', { type: 'button', class: 'close' }, t.close);
  const head = element('div', { class: 'head' }, element('kbd', {}, 'Esc'), close);
  const made = element('dialog', { class: 'search-dialog', 'aria-label': t.title }, head, panel);
  close.addEventListener('click', () => {
    made.close();
  });
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
    // A result on this page only changes the address, so nothing else would close the dialog.
    if ((event.target as Element).closest('[data-search-results] a')) made.close();
  });
  document.body.append(made);
  new SearchPanel(panel);
  return made;
}

/** Open the search dialog with the last search. When it closes, focus returns to where it was. */
export function openSearch(): void {
  dialog ??= build();
  if (!dialog.open) dialog.showModal();
  const input = find<HTMLInputElement>(dialog, 'input');
  input.focus();
  input.select();
}
