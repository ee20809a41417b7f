import { removeBookmark } from './bookmark.ts';
import { whenKeptChanges } from '../kit/kept.ts';

/** Have bookmarks removed on the shelf, and show what another tab changes. It is filled by the script that comes with it. */
export function keepShelf(shelf: HTMLElement): void {
  const fill = () => shelf.dispatchEvent(new Event('fill'));
  const buttons = () => [...shelf.querySelectorAll<HTMLElement>('button[data-remove]')];
  shelf.addEventListener('click', ({ target }) => {
    const at = buttons().findIndex((button) => target instanceof Node && button.contains(target));
    if (at < 0) return;
    removeBookmark(buttons()[at]?.dataset['remove'] ?? '');
    fill();
    // Focus goes on to the one beside it.
    buttons()
      .slice(0, at + 1)
      .pop()
      ?.focus();
  });
  whenKeptChanges(fill);
}
