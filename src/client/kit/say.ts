import { element } from './element.ts';

/** Milliseconds that a notice is shown. */
const noticeMs = 8000;

let notice: HTMLElement | undefined;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Show a notice to the reader for some seconds, and have screen readers announce it. */
export function say(text: string): void {
  notice ??= document.body.appendChild(
    element('p', {
      class: 'notice',
      role: 'status',
      popover: 'manual',
      style: 'padding: var(--s4) var(--gutter)',
    }),
  );
  // A popover is above the panel that the reader used. Without popovers the notice is at the end of the window.
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
  }, noticeMs);
}
