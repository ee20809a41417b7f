// The page of the editor's desk.
import { deskMessages } from '../../../src/i18n/desk/messages.ts';
import { sayFinding } from '../../../src/i18n/findings/say-finding.ts';
import type { DeskView } from '../protocol/model.ts';
import { ask, DeskFault } from './kit/api.ts';
import { actionBar, commandButton } from './commands/action-bar.ts';
import { applyComfort, themeChoice } from './kit/comfort.ts';
import { commandsOf } from './commands/commands.ts';
import { keyOf } from './commands/key-names.ts';
import { DeskState } from './state/desk-state.ts';
import { sayInDialog } from './kit/dialog.ts';
import { button, make, set } from './kit/dom.ts';
import { FindingsBar } from './findings/findings-bar.ts';
import { Grid } from './panes/grid.ts';
import { takeDrops } from './dialogs/new-book.ts';
import { openPalette } from './commands/palette.ts';
import { previewOf } from './panes/preview.ts';
import { Store } from './state/store.ts';
import { Tree } from './panes/tree.ts';
import { Typeahead } from './kit/typeahead.ts';

const languageName = 'desk-language';
const kept = localStorage.getItem(languageName);
const lang = kept === 'zh' || kept === 'en' ? kept : navigator.language.startsWith('zh') ? 'zh' : 'en';
const words = deskMessages[lang];
const root = document.documentElement;
root.lang = lang === 'zh' ? 'zh-Hans' : 'en';
const status = make('p', { class: 'status', role: 'status', 'aria-live': 'polite' });

async function start(): Promise<void> {
  applyComfort();
  const store = new Store(await ask<DeskView>('view'));
  const state = new DeskState(store, lang, (text) => {
    if (!sayInDialog(text)) status.textContent = text;
  });
  const bar = new FindingsBar(state);
  const grid = new Grid(store, words);
  const tree = new Tree(store, words);
  const commands = commandsOf(state, bar, () => {
    openPalette(words, commands);
  });
  const undo = button(words.undo, () => void state.move('undo'), { 'aria-keyshortcuts': 'Control+Z' });
  const redo = button(words.redo, () => void state.move('redo'), { 'aria-keyshortcuts': 'Control+Y' });
  const counts = make('p', { class: 'counts' });
  const problem = make('p', { class: 'problem', role: 'alert' });
  const title = make('h1', { lang: 'zh' });
  const show = () => {
    document.title = `${store.view.title} · ${words.desk}`;
    title.textContent = store.view.title;
    counts.textContent = words.counts(store.view.counts);
    const [fault] = store.view.problem === undefined ? [] : store.view.findings;
    const said = fault && sayFinding(fault, lang);
    problem.textContent = said?.text ?? '';
    set(problem, { hidden: said === undefined, lang: said?.lang === lang ? undefined : said?.lang });
    undo.disabled = !store.view.canUndo;
    redo.disabled = !store.view.canRedo;
  };
  store.onChange(show);
  show();
  const language = button(
    words.language,
    () => {
      localStorage.setItem(languageName, lang === 'zh' ? 'en' : 'zh');
      location.reload();
    },
    { lang: lang === 'zh' ? 'en' : 'zh-Hans' },
  );
  const workbench = make(
    'main',
    { class: 'workbench' },
    make('section', { class: 'source', 'aria-label': words.source }, grid.element),
    make('section', { class: 'side', 'aria-label': words.outline }, tree.element),
    previewOf(store, words, lang),
  );
  document.body.replaceChildren(
    make(
      'header',
      { class: 'top' },
      title,
      counts,
      make(
        'div',
        { class: 'tools' },
        undo,
        redo,
        ...commands.filter(({ place }) => place === 'top').map((command) => commandButton(command)),
        button(
          words.help,
          () => {
            openPalette(words, commands);
          },
          {},
          make('kbd', {}, '?'),
        ),
        themeChoice(words),
        language,
      ),
      problem,
      bar.element,
    ),
    workbench,
    make(
      'footer',
      { class: 'foot' },
      actionBar(words, commands, () => {
        grid.focus();
      }),
      status,
    ),
  );
  const byKey = new Map(commands.map((command) => [command.key, command]));
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (
      event.defaultPrevented ||
      (target instanceof Element && target.closest('dialog, input, textarea, select'))
    )
      return;
    // Enter presses the focused button or link.
    if (event.key === 'Enter' && target instanceof Element && target.closest('button, a')) return;
    const command = byKey.get(keyOf(event));
    if (!command) return;
    event.preventDefault();
    command.run();
  });
  const typeahead = new Typeahead(() => state.isBusy);
  state.onIdle = () => {
    // What follows from the action itself, such as going to the next finding, comes first.
    setTimeout(() => void typeahead.replay());
  };
  takeDrops(state);
  grid.show(0);
  grid.focus();
  set(root, { 'data-ready': true });
  void state.follow();
}

start().catch((error: unknown) => {
  const text = error instanceof DeskFault ? words.faults[error.fault] : String(error);
  document.body.replaceChildren(make('main', {}, make('p', { role: 'alert' }, text)));
});
