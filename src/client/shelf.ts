import { bookmarks, removeBookmark } from './bookmark.ts';
import { linkTo } from './kit/entry.ts';
import { read } from './kit/kept.ts';
import type { KeptPlace } from './place.ts';

/** Another rule every day, the same for everyone on that day; only rules that have their text. */
function showToday(link: HTMLAnchorElement): void {
  const rules = document.querySelectorAll<HTMLAnchorElement>('.map a.complete');
  const now = new Date();
  const day = Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
  const rule = rules[(day * 37) % rules.length];
  if (!rule) return;
  const { rule: number = '' } = rule.dataset;
  const title = rule.querySelector<HTMLElement>('span')?.textContent.replace(number, '').trim();
  link.href = rule.href;
  link.replaceChildren(...linkTo({ path: '', number, zh: title ?? '', en: title }).children);
}

function showBookmarks(place: HTMLElement, remove: string): void {
  const list = document.createElement('ul');
  for (const entry of bookmarks()) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = remove;
    button.setAttribute('aria-label', `${remove} ${entry.number} ${entry.zh}`);
    button.addEventListener('click', () => {
      removeBookmark(entry.path);
      const beside = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector('button');
      item.remove();
      if (beside) beside.focus();
      else list.replaceWith(place);
    });
    item.append(linkTo(entry), button);
    list.append(item);
  }
  if (list.children.length > 0) place.replaceWith(list);
}

const today = document.querySelector<HTMLAnchorElement>('[data-today]');
if (today) showToday(today);

const resume = document.querySelector('[data-resume]');
const place = read<KeptPlace | undefined>('place', undefined);
if (resume && place) {
  resume.replaceWith(linkTo(place.entry, place.paragraph === undefined ? '' : `#${place.paragraph}`));
}

const shelf = document.querySelector<HTMLElement>('[data-bookmarks]');
if (shelf) showBookmarks(shelf, shelf.dataset.remove ?? '');
