import { common } from '../../i18n/common.ts';
import { element } from './element.ts';
import { pageLanguage } from './page-language.ts';

/** Send a popover's event. */
const announce = (popover: Element, type: 'beforetoggle' | 'toggle', open: boolean) => {
  popover.dispatchEvent(Object.assign(new Event(type), { newState: open ? 'open' : 'closed' }));
};

function set(popover: HTMLElement, open: boolean): void {
  if (popover.classList.contains('open') === open) return;
  announce(popover, 'beforetoggle', open);
  popover.classList.toggle('open', open);
  announce(popover, 'toggle', open);
}

const opened = () => document.querySelectorAll<HTMLElement>('[popover].open:not(.notice, #contents)');

/** Wrap the content of a list in a closed `<details>`. */
function fold(list: HTMLElement): HTMLDetailsElement {
  const details = element(
    'details',
    { class: 'folded' },
    element('summary', {}, list.ariaLabel ?? common[pageLanguage()].contents),
  );
  details.append(...list.childNodes);
  list.append(details);
  list.classList.add('open');
  return details;
}

/**
 * Popovers for a browser without them: Chromium before 114, as in desktop WeChat and on Windows 7. The contents become a closed
 * `<details>`. Other popovers are opened and closed by a class.
 */
export function polyfillPopovers(): void {
  const folded = new Map<Element, HTMLDetailsElement>();
  for (const list of document.querySelectorAll<HTMLElement>('nav[popover]')) folded.set(list, fold(list));
  const show = (popover: HTMLElement, open: boolean) => {
    const details = folded.get(popover);
    if (!details) {
      set(popover, open);
      return;
    }
    details.open = open;
    if (open) details.scrollIntoView();
  };
  const isOpen = (popover: Element) => folded.get(popover)?.open ?? popover.classList.contains('open');
  Object.assign(HTMLElement.prototype, {
    showPopover(this: HTMLElement) {
      show(this, true);
    },
    hidePopover(this: HTMLElement) {
      show(this, false);
    },
  });
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const button = target.closest('[popovertarget]');
    const popover = document.getElementById(button?.getAttribute('popovertarget') ?? '');
    // A click outside an open popover closes it.
    for (const other of opened()) if (other !== popover && !other.contains(target)) set(other, false);
    if (button && popover)
      show(popover, button.getAttribute('popovertargetaction') !== 'hide' && !isOpen(popover));
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') for (const popover of opened()) set(popover, false);
  });
}
