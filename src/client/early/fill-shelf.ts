import { bookmarks } from '../reading/bookmark.ts';
import { linkTo, type Entry } from '../kit/entry.ts';
import { readingPlace } from '../reading/place.ts';

/** Index of the day's rule among `count`. It changes every day, and is the same for everyone on that day. */
export function ruleOfDay(date: Date, count: number): number {
  const day = Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
  return (day * 37) % count;
}

/**
 * Have a link lead to the day's rule.
 * @param rules links to the rules that have their text
 */
export function showToday(link: HTMLAnchorElement, rules: readonly HTMLAnchorElement[]): void {
  const rule = rules[ruleOfDay(new Date(), rules.length)];
  if (!rule) return;
  const name = rule.querySelector('span')?.textContent ?? '';
  const number = name.slice(0, name.indexOf(' '));
  const title = name.slice(number.length + 1);
  link.href = rule.href;
  link.replaceChildren(...linkTo({ path: '', number, zh: title, en: title }).children);
}

/** Put a node after a note, instead of the former one. The note is hidden as long as there is a node. */
function putAfter(note: HTMLElement, name: string, node: HTMLElement | undefined): void {
  note.parentElement?.querySelector(`[data-filled="${name}"]`)?.remove();
  note.hidden = node !== undefined;
  if (!node) return;
  node.dataset['filled'] = name;
  note.after(node);
}

/** Replace the note about reading on by a link to where reading stopped. */
function showPlace(note: HTMLElement): void {
  const place = readingPlace.read();
  const hash = place?.paragraph === undefined ? '' : `#${encodeURIComponent(place.paragraph)}`;
  putAfter(note, 'place', place && linkTo(place.entry, hash));
}

function bookmarkItem(entry: Entry, remove: string): HTMLElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['remove'] = entry.path;
  button.textContent = remove;
  button.setAttribute('aria-label', `${remove} ${entry.number} ${entry.zh}`);
  item.append(linkTo(entry), button);
  return item;
}

/** Replace the note about bookmarks by a list of them. */
function showBookmarks(note: HTMLElement): void {
  const entries = bookmarks.read();
  const list = document.createElement('ul');
  list.append(...entries.map((entry) => bookmarkItem(entry, note.dataset['removeLabel'] ?? '')));
  putAfter(note, 'bookmarks', entries.length > 0 ? list : undefined);
}

/** Show the reader's place and bookmarks on the shelf of the first page. */
export function fillShelf(shelf: ParentNode): void {
  const place = shelf.querySelector<HTMLElement>('[data-resume]');
  const marked = shelf.querySelector<HTMLElement>('[data-bookmarks]');
  if (place) showPlace(place);
  if (marked) showBookmarks(marked);
}
