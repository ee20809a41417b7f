import { isShippedEdition } from '../files/shipped.ts';

/** The character in a book's seal: the first Han character of its title, else its first letter. */
export const markOf = (title: string): string =>
  /\p{Script=Han}/u.exec(title)?.[0] ??
  /[\p{L}\p{N}]/u.exec(title)?.[0].toLocaleUpperCase('en') ??
  [...title.trim()][0] ??
  '';

/** {@link markOf} for the book in `dir`; `undefined` for the shipped edition, whose seal is drawn by hand. */
export const ownMark = (dir: string, title: string): string | undefined =>
  isShippedEdition(dir) ? undefined : markOf(title);
