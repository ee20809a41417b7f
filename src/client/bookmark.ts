import { currentEntry, type Entry } from './kit/entry.ts';
import { keep, read } from './kit/kept.ts';

export const bookmarks = (): Entry[] => read<Entry[]>('bookmarks', []);

export function removeBookmark(path: string): void {
  keep(
    'bookmarks',
    bookmarks().filter((entry) => entry.path !== path),
  );
}

const button = document.querySelector<HTMLButtonElement>('[data-bookmark]');
const entry = currentEntry();

if (button && entry) {
  const show = () => {
    button.ariaPressed = String(bookmarks().some(({ path }) => path === entry.path));
  };
  button.addEventListener('click', () => {
    if (button.ariaPressed === 'true') removeBookmark(entry.path);
    else keep('bookmarks', [entry, ...bookmarks()]);
    show();
  });
  show();
}
