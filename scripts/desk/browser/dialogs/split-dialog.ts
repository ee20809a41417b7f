import type { DeskState } from '../state/desk-state.ts';
import { field, openDialog, passage } from '../kit/dialog.ts';

/** Let a paragraph start within the active line, at the cursor. */
export function splitWithin(state: DeskState): void {
  const { words, store } = state;
  const line = store.active + 1;
  const text = store.text(store.active).trim();
  const place = passage(text);
  openDialog(words, words.splitTitle, [field(words.fields.context, place)], {
    label: words.apply,
    save: () => {
      const start = text.slice(place.selectionStart);
      return start === '' || start === text
        ? state.act({ do: 'split', line }, words.split)
        : state.act({ do: 'split', line, words: start }, words.split);
    },
  });
  place.focus();
  place.setSelectionRange(0, 0);
}
