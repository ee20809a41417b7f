import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import { button, make } from './dom.ts';

/**
 * Open a dialog. Escape closes it, and focus goes back to where it was.
 * @param save whether the dialog may close; without it the dialog has only a button to close it
 */
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
  // Failures are shown in the dialog, since the desk behind it is out of reach.
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
  // In a field of several lines, Enter starts a new line, so Ctrl+Enter saves.
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

/** Show a message in the open dialog; `false` if none is open. */
export function sayInDialog(text: string): boolean {
  const said = document.querySelector('dialog[open] .said');
  if (said) said.textContent = text;
  return said !== null;
}

/** A field with its label. */
export function field(
  label: string,
  input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
): HTMLLabelElement {
  return make('label', { class: 'field' }, make('span', {}, label), input);
}

/** A field of one line. */
export const input = (value: string, attributes: Record<string, string | boolean | undefined> = {}) => {
  const element = make('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', ...attributes });
  element.value = value;
  return element;
};

/** A field of several lines. */
export const area = (
  value: string,
  attributes: Record<string, string | number | boolean | undefined> = {},
) => {
  const element = make('textarea', { rows: 3, spellcheck: 'false', ...attributes });
  element.value = value;
  return element;
};

/** A text in which an editor can move and select, but not type. In a `readonly` field some browsers show no cursor. */
export const passage = (text: string): HTMLTextAreaElement => {
  const element = area(text, { lang: 'zh', rows: 4, 'aria-readonly': 'true' });
  for (const name of ['beforeinput', 'drop', 'paste'])
    element.addEventListener(name, (event) => {
      event.preventDefault();
    });
  return element;
};

/** A select. */
export const choice = (value: string, options: Record<string, string>) => {
  const element = make(
    'select',
    {},
    ...Object.entries(options).map(([name, label]) => make('option', { value: name }, label)),
  );
  element.value = value;
  return element;
};

/** The lines of a field as a list, without blank ones. */
export const listOf = (text: string): string[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
