import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import type { Command } from './commands.ts';
import { keyLabel } from './key-names.ts';
import { button, make } from '../kit/dom.ts';

/**
 * The button of a command, with its key.
 * @param after called once the command has run
 */
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

/** The buttons below the source, for what can be done with the selected lines. */
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
