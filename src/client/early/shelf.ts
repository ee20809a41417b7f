import { fillShelf, showToday } from './fill-shelf.ts';

/** Runs right after the shelf, before it is painted: what this device keeps is there at once, and nothing moves afterwards. */
const shelf = document.querySelector('.shelf');
if (shelf) {
  const fill = () => {
    fillShelf(shelf);
  };
  fill();
  shelf.addEventListener('fill', fill);
  // The day's rule is one of those below the shelf, which are still to come.
  addEventListener('DOMContentLoaded', () => {
    const today = shelf.querySelector<HTMLAnchorElement>('[data-today]');
    if (today) showToday(today, [...document.querySelectorAll<HTMLAnchorElement>('.map a.complete')]);
  });
}
