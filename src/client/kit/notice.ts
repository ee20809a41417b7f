import { device } from '../../i18n/device.ts';
import { element } from './element.ts';
import { pageLanguage } from './page-language.ts';

/** How long a notice is shown, in milliseconds. */
const shownFor = 8000;

let notice: HTMLElement | undefined;
let hiding: ReturnType<typeof setTimeout> | undefined;

function show(text: string): void {
  notice ??= document.body.appendChild(
    element('p', {
      class: 'notice',
      role: 'status',
      popover: 'manual',
      style: 'padding: var(--s4) var(--gutter)',
    }),
  );
  // A popover lies over the panel that asked; a browser without popovers shows it at the end of the page.
  if ('showPopover' in notice && !notice.matches(':popover-open')) notice.showPopover();
  // Emptied first, so that the same text is announced again.
  notice.textContent = '';
  setTimeout(() => {
    if (notice) notice.textContent = text;
  }, 50);
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    notice?.remove();
    notice = undefined;
  }, shownFor);
}

export function sayNotKept(): void {
  show(device[pageLanguage()].notKept);
}

export function sayNotFetched(): void {
  show(device[pageLanguage()].notFetched);
}
