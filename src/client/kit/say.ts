import { element } from './element.ts';

/** How long a notice is shown, in milliseconds. */
const shownFor = 8000;

let notice: HTMLElement | undefined;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Say something to the reader, for a while. */
export function say(text: string): void {
  notice ??= document.body.appendChild(
    element('p', {
      class: 'notice',
      role: 'status',
      popover: 'manual',
      style: 'padding: var(--s4) var(--gutter)',
    }),
  );
  // A popover lies over the panel that asked; a browser without popovers shows it at the end of the window.
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
