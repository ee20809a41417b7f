import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import type { Command } from './commands.ts';
import { button, make } from '../kit/dom.ts';

/** A key as keyboards have it printed. */
export const keyLabel = (key: string): string =>
  key
    .split('+')
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');

/** The button of a command, with its key. */
export function commandButton({ key, label, short, run }: Command, after?: () => void): HTMLButtonElement {
  const shown = short ?? label;
  return button(
    shown,
    () => {
      run();
      after?.();
    },
    { title: shown === label ? undefined : label },
    make('kbd', {}, keyLabel(key)),
  );
}

/** What can be done with the chosen lines, as buttons below the source. */
export function actionBar(words: DeskMessages, commands: readonly Command[], after: () => void): HTMLElement {
  const buttons = (place: Command['place']) =>
    commands.filter((command) => command.place === place).map((command) => commandButton(command, after));
  return make(
    'div',
    { class: 'actions', role: 'toolbar', 'aria-label': words.actions },
    make(
      'div',
      { class: 'series', role: 'group', 'aria-label': words.short.line },
      make('span', {}, words.short.line),
      ...buttons('line'),
    ),
    ...buttons('below'),
  );
}
