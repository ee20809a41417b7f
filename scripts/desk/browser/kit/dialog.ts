import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import { button, make } from './dom.ts';

/** A window above the desk; it closes by Escape, and focus goes back to where it was. */
export function openDialog(
  words: DeskMessages,
  title: string,
  content: Node[],
  {
    save,
    label = words.save,
    wide = false,
  }: { save?: () => Promise<boolean> | boolean; label?: string; wide?: boolean } = {},
): HTMLDialogElement {
  const before = document.activeElement;
  const heading = make('h2', { id: 'dialog-title' }, title);
  // Failures are shown here: the desk behind is out of reach as long as the window is open.
  const said = make('p', { class: 'said', role: 'alert' });
  const form = make(
    'form',
    { method: 'dialog' },
    heading,
    make('div', { class: 'content' }, ...content),
    said,
  );
  const dialog = make(
    'dialog',
    { 'aria-labelledby': 'dialog-title', class: wide ? 'wide' : undefined },
    form,
  );
  const close = button(save ? words.cancel : words.close, () => {
    dialog.close();
  });
  form.append(
    make(
      'div',
      { class: 'buttons' },
      save && make('button', { type: 'submit', class: 'main' }, label),
      close,
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!save) dialog.close();
    else
      void Promise.resolve(save()).then((done) => {
        if (done) dialog.close();
      });
  });
  // A field of several lines takes Enter itself.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    event.stopPropagation();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    else document.querySelector<HTMLElement>('.source-grid')?.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Say something in the window that is open; `false` if none is. */
export function sayInDialog(text: string): boolean {
  const said = document.querySelector('dialog[open] .said');
  if (said) said.textContent = text;
  return said !== null;
}

/** A labelled field; the label names it. */
export function field(
  label: string,
  input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
): HTMLLabelElement {
  return make('label', { class: 'field' }, make('span', {}, label), input);
}

export const input = (value: string, attributes: Record<string, string | boolean | undefined> = {}) => {
  const element = make('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', ...attributes });
  element.value = value;
  return element;
};

export const area = (
  value: string,
  attributes: Record<string, string | number | boolean | undefined> = {},
) => {
  const element = make('textarea', { rows: 3, spellcheck: 'false', ...attributes });
  element.value = value;
  return element;
};

/** A text to move and select in, not to be changed: in a field that is `readonly`, some browsers show no cursor. */
export const passage = (text: string): HTMLTextAreaElement => {
  const element = area(text, { lang: 'zh', rows: 4, 'aria-readonly': 'true' });
  for (const name of ['beforeinput', 'drop', 'paste'])
    element.addEventListener(name, (event) => {
      event.preventDefault();
    });
  return element;
};

export const choice = (value: string, options: Record<string, string>) => {
  const element = make(
    'select',
    {},
    ...Object.entries(options).map(([name, label]) => make('option', { value: name }, label)),
  );
  element.value = value;
  return element;
};

export const listOf = (text: string): string[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
