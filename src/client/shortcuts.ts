import { shortcuts } from '../i18n/shortcuts.ts';
import { keysOn, turnKeys } from './kit/keys.ts';
import css from './shortcuts.css?inline';

const t = shortcuts[document.documentElement.lang === 'en' ? 'en' : 'zh'];

function build(): HTMLDialogElement {
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
  for (const [keys, meaning] of t.keys) {
    const term = document.createElement('dt');
    for (const key of keys) {
      const cap = document.createElement('kbd');
      cap.textContent = key;
      term.append(cap, ' ');
    }
    const description = document.createElement('dd');
    description.textContent = meaning;
    list.append(term, description);
  }
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = keysOn();
  box.addEventListener('change', () => {
    turnKeys(box.checked);
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
  if (!dialog.open) dialog.showModal();
}
