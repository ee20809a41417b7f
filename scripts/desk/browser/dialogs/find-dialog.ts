import type { DeskState } from '../state/desk-state.ts';
import { field, input, openDialog } from '../kit/dialog.ts';

/** Go to the line with a number, or to the next line with some words. */
export function findLineDialog(state: DeskState): void {
  const { words, store } = state;
  const typed = input('', {});
  openDialog(words, words.find, [field(words.findHint, typed)], {
    label: words.next,
    save: () => {
      const wanted = typed.value.trim();
      if (wanted === '') return true;
      const number = /^\d+$/.test(wanted) ? Number(wanted) : 0;
      const after = store.view.texts.findIndex((text, i) => i > store.active && text.includes(wanted));
      const index =
        number > 0 && number <= store.size
          ? number - 1
          : after >= 0
            ? after
            : store.view.texts.findIndex((text) => text.includes(wanted));
      if (index < 0) {
        state.say(words.notFound(wanted));
        return false;
      }
      store.select(index);
      return true;
    },
  });
  typed.focus();
}
