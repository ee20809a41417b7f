import type { LineChoice } from '../../protocol/model.ts';
import type { DeskState } from '../state/desk-state.ts';
import { chooseAlike } from '../dialogs/alike-dialog.ts';
import { chooseDivision } from '../dialogs/divisions-dialog.ts';
import { editBookFields } from '../dialogs/book-dialog.ts';
import { editEntryFields } from '../dialogs/entry-dialog.ts';
import { findLineDialog } from '../dialogs/find-dialog.ts';
import type { FindingsBar } from '../findings/findings-bar.ts';
import { openTranslations } from '../dialogs/translations-dialog.ts';
import { pickBook } from '../dialogs/new-book.ts';
import { splitWithin } from '../dialogs/split-dialog.ts';
import { addTerm } from '../dialogs/term-dialog.ts';

/** An action that an editor starts by a key, a button or the list of all actions. */
export interface Command {
  /** As `keyOf` names it: `Shift+X`. */
  key: string;
  label: string;
  run: () => void;
  /** Label of its button, shorter than the one in the list. */
  short?: string;
  /** Place of its button: below the source or at the top. Absent if it has none. */
  place?: 'line' | 'below' | 'top';
}

const lineKeys: [LineChoice, string][] = [
  ['part', '1'],
  ['chapter', '2'],
  ['rule', '3'],
  ['section', '4'],
  ['text', '0'],
  ['drop', 'd'],
  ['keep', 'e'],
];

/** Everything that can be done on the desk. */
export function commandsOf(state: DeskState, bar: FindingsBar, openPalette: () => void): Command[] {
  const { store, words } = state;
  const act = (...args: Parameters<DeskState['act']>) => void state.act(...args);
  const storyLines = (): [number, number] => {
    const [first, last] = store.range;
    return [first + 1, last + 1];
  };
  return [
    ...lineKeys.map(([as, key]): Command => ({
      key,
      label: words.line[as],
      short: words.short[as],
      place: as === 'drop' || as === 'keep' ? 'below' : 'line',
      run: () => {
        act({ do: 'line', lines: store.selected, as }, words.line[as]);
      },
    })),
    {
      key: 'm',
      label: words.join,
      short: words.short.join,
      place: 'below',
      run: () => {
        act({ do: 'join', lines: store.selected }, words.join);
      },
    },
    {
      key: 'x',
      label: words.split,
      short: words.short.split,
      place: 'below',
      run: () => {
        act({ do: 'split', line: store.active + 1 }, words.split);
      },
    },
    {
      key: 'Shift+X',
      label: words.splitWithin,
      run: () => {
        splitWithin(state);
      },
    },
    {
      key: 'c',
      label: words.makeCase,
      short: words.short.makeCase,
      place: 'below',
      run: () => {
        act({ do: 'case', lines: storyLines(), kind: 'case' }, words.makeCase);
      },
    },
    {
      key: 'Shift+C',
      label: words.makeAnecdote,
      run: () => {
        act({ do: 'case', lines: storyLines(), kind: 'anecdote' }, words.makeAnecdote);
      },
    },
    {
      key: 'n',
      label: words.noCase,
      short: words.short.noCase,
      place: 'below',
      run: () => {
        act({ do: 'no-case', entry: store.entry?.key ?? '' }, words.noCase);
      },
    },
    {
      key: 'v',
      label: words.divisions,
      short: words.short.divisions,
      place: 'below',
      run: () => void chooseDivision(state, store.entry?.key),
    },
    {
      key: 't',
      label: words.entry,
      short: words.short.entry,
      place: 'below',
      run: () => void editEntryFields(state, store.entry?.key),
    },
    {
      key: 'g',
      label: words.term,
      run: () => {
        addTerm(state);
      },
    },
    {
      key: 'b',
      label: words.book,
      short: words.short.book,
      place: 'top',
      run: () => void editBookFields(state),
    },
    {
      key: 'l',
      label: words.translations,
      short: words.short.translations,
      place: 'top',
      run: () => void openTranslations(state),
    },
    {
      key: 'w',
      label: words.newBook,
      short: words.short.newBook,
      place: 'top',
      run: () => {
        pickBook(state);
      },
    },
    ...lineKeys.map(([as, key]): Command => ({
      key: `Alt+${key}`,
      label: `${words.line[as]} · ${words.alike}`,
      run: () => void chooseAlike(state, as),
    })),
    {
      key: 'j',
      label: `${words.findings} · ${words.next}`,
      run: () => {
        bar.go(1);
      },
    },
    {
      key: 'k',
      label: `${words.findings} · ${words.previous}`,
      run: () => {
        bar.go(-1);
      },
    },
    {
      key: 'Enter',
      label: `${words.findings} · ${words.likeliest}`,
      run: () => {
        bar.likeliest();
      },
    },
    {
      key: 'y',
      label: words.done,
      run: () => {
        bar.settle('done');
      },
    },
    {
      key: 'i',
      label: words.dismiss,
      run: () => {
        bar.settle('dismissed');
      },
    },
    {
      key: 'o',
      label: words.reopen,
      run: () => {
        bar.settle('open');
      },
    },
    { key: 'Ctrl+z', label: words.undo, run: () => void state.move('undo') },
    { key: 'Ctrl+y', label: words.redo, run: () => void state.move('redo') },
    { key: 'u', label: words.undo, run: () => void state.move('undo') },
    { key: 'Shift+U', label: words.redo, run: () => void state.move('redo') },
    {
      key: 'f',
      label: words.find,
      run: () => {
        findLineDialog(state);
      },
    },
    { key: '?', label: words.help, run: openPalette },
  ];
}
