import type { Action, Remedy } from '../../protocol/model.ts';
import type { DeskState } from '../state/desk-state.ts';
import { chooseDivision } from '../dialogs/divisions-dialog.ts';
import { editBookFields } from '../dialogs/book-dialog.ts';
import { editEntryFields } from '../dialogs/entry-dialog.ts';
import { openTranslations } from '../dialogs/translations-dialog.ts';

/** A remedy that a person completes in a form. */
export type FormRemedy = Extract<Remedy, { do: 'open' }>;

/** What the button of a remedy says, such as *Make it a heading*. */
export function remedyLabel(remedy: Remedy, words: DeskState['words']): string {
  if (remedy.do === 'line') return words.line[remedy.as];
  if (remedy.do === 'open')
    return {
      entry: words.entry,
      divisions: words.divisions,
      book: words.book,
      translations: words.translations,
    }[remedy.form];
  return { split: words.split, join: words.join, 'no-case': words.noCase, forget: words.forget }[remedy.do];
}

/** The action that carries a remedy out. */
export function actionOf(remedy: Exclude<Remedy, FormRemedy>): Action {
  if (remedy.do === 'line') return { do: 'line', lines: [remedy.line], as: remedy.as };
  if (remedy.do === 'join') return { do: 'join', lines: [remedy.line] };
  return remedy;
}

/** Open the form of a remedy, for the entry that it names, or else for the selected entry. */
export function openForm(state: DeskState, { form, entry }: FormRemedy): void {
  const key = entry ?? state.store.entry?.key;
  if (form === 'entry') void editEntryFields(state, key);
  else if (form === 'divisions') void chooseDivision(state, key);
  else if (form === 'book') void editBookFields(state);
  else void openTranslations(state);
}
