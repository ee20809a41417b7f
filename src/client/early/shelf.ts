import { fillShelf, showToday } from './fill-shelf.ts';

/** Runs right after the shelf's markup, before it is painted, so that nothing moves when the shelf is filled. */
const shelf = document.querySelector<HTMLElement>('.shelf');
if (shelf) {
  const fill = () => {
    fillShelf(shelf);
  };
  fill();
  shelf.dataset['filled'] = '';
  shelf.addEventListener('fill', fill);
  // The day's rule is chosen from the links below the shelf, which are still to come.
  addEventListener('DOMContentLoaded', () => {
    const today = shelf.querySelector<HTMLAnchorElement>('[data-today]');
    if (today) showToday(today, [...document.querySelectorAll<HTMLAnchorElement>('.map a.complete')]);
  });
}
