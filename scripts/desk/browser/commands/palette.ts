import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import type { Command } from './commands.ts';
import { openDialog } from '../kit/dialog.ts';
import { keyLabel } from './key-names.ts';
import { make, set } from '../kit/dom.ts';

/** Open the list of all actions with their keys. Typing narrows it down. */
export function openPalette(words: DeskMessages, commands: readonly Command[]): void {
  const search = make('input', {
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'all-actions',
    'aria-label': words.choose,
    placeholder: words.choose,
    autocomplete: 'off',
  });
  const list = make('ul', { id: 'all-actions', role: 'listbox', 'aria-label': words.help });
  let found: Command[] = [];
  let at = 0;
  const draw = () => {
    const typed = search.value.trim().toLowerCase();
    found = commands.filter(
      ({ label, key }) => label.toLowerCase().includes(typed) || key.toLowerCase() === typed,
    );
    at = Math.max(0, Math.min(at, found.length - 1));
    list.replaceChildren(
      ...found.map(({ label, key }, i) =>
        make(
          'li',
          { role: 'option', id: `action-${String(i)}`, 'aria-selected': String(i === at), 'data-at': i },
          make('span', {}, label),
          make('kbd', {}, keyLabel(key)),
        ),
      ),
    );
    set(search, { 'aria-activedescendant': found.length > 0 ? `action-${String(at)}` : undefined });
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  const dialog = openDialog(words, words.help, [search, list]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    dialog.addEventListener('close', () => {
      command.run();
    });
    dialog.close();
  };
  search.addEventListener('input', draw);
  search.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      at = (at + step + found.length) % Math.max(1, found.length);
      draw();
      event.preventDefault();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[at]);
    }
  });
  list.addEventListener('click', ({ target }) => {
    const index =
      target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
    run(found[Number(index ?? -1)]);
  });
  draw();
  search.focus();
}
