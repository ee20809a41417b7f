import { shortcuts } from '../../i18n/shortcuts.ts';
import { find } from '../kit/find.ts';
import { sayNotKept } from '../kit/kept.ts';
import { keys } from '../kit/keys.ts';
import { pageLanguage } from '../kit/page-language.ts';
import css from './shortcuts.css?inline';

function build(): HTMLDialogElement {
  const t = shortcuts[pageLanguage()];
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  const dialog = document.createElement('dialog');
  dialog.className = 'shortcuts';
  dialog.setAttribute('aria-labelledby', 'shortcuts-title');
  const title = document.createElement('h2');
  title.id = 'shortcuts-title';
  title.textContent = t.title;
  const list = document.createElement('dl');
  for (const [caps, meaning] of t.keys) {
    const term = document.createElement('dt');
    for (const key of caps) {
      const cap = document.createElement('kbd');
      cap.textContent = key;
      term.append(cap, ' ');
    }
    const description = document.createElement('dd');
    description.textContent = meaning;
    list.append(term, description);
  }
  const label = document.createElement('label');
  label.className = 'check';
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = keys.read();
  box.addEventListener('change', () => {
    if (!keys.change(() => box.checked)) void sayNotKept();
  });
  label.append(box, ` ${t.on}`);
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = t.close;
  close.addEventListener('click', () => {
    dialog.close();
  });
  dialog.append(title, list, label, close);
  document.body.append(dialog);
  return dialog;
}

let dialog: HTMLDialogElement | undefined;

/** Open the list of keyboard shortcuts; focus returns to where it was when the list closes. */
export function showShortcuts(): void {
  dialog ??= build();
  find<HTMLInputElement>(dialog, 'input').checked = keys.read();
  if (!dialog.open) dialog.showModal();
}
