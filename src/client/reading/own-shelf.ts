import { removeBookmark } from './bookmark.ts';
import { whenKeptChanges } from '../kit/kept.ts';

/**
 * Let a reader remove bookmarks on the shelf of the first page, and show what another tab changes. The shelf's own inline script
 * fills it when it gets the event `fill`.
 */
export function watchOwnShelf(shelf: HTMLElement): void {
  const fill = () => shelf.dispatchEvent(new Event('fill'));
  const buttons = () => [...shelf.querySelectorAll<HTMLElement>('button[data-remove]')];
  shelf.addEventListener('click', ({ target }) => {
    const at = buttons().findIndex((button) => target instanceof Node && button.contains(target));
    if (at < 0) return;
    removeBookmark(buttons()[at]?.dataset['remove'] ?? '');
    fill();
    // Focus goes to the next button, or to the last one.
    buttons()
      .slice(0, at + 1)
      .pop()
      ?.focus();
  });
  whenKeptChanges(fill);
}
