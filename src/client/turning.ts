import { keysOn } from './kit/keys.ts';

/** The page before or after, as this page links it. */
function turn(way: 'prev' | 'next'): void {
  document.querySelector<HTMLAnchorElement>(`a[rel="${way}"]`)?.click();
}

const busy = () => document.querySelector('dialog[open], [popover]:popover-open') !== null;
const typing = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target) || busy() || !keysOn()) return;
  if (event.key === 'ArrowLeft') turn('prev');
  else if (event.key === 'ArrowRight') turn('next');
  else if (event.key === 'b') document.querySelector<HTMLButtonElement>('[data-bookmark]')?.click();
  else if (event.key === 'c') document.querySelector<HTMLElement>('.contents-button')?.click();
  else if (event.key === '?') void openShortcuts();
});

async function openShortcuts(): Promise<void> {
  const { showShortcuts } = await import('./shortcuts.ts');
  showShortcuts();
}
for (const button of document.querySelectorAll('[data-shortcuts]')) {
  button.addEventListener('click', () => void openShortcuts());
}

/** Where a single finger came down, if it may become a swipe. */
let start: { x: number; y: number; time: number } | undefined;
const edge = 32;

addEventListener(
  'touchstart',
  ({ touches, timeStamp, target }) => {
    const touch = touches[0];
    start = undefined;
    // A swipe from the very edge is the browser's own way back.
    if (touches.length !== 1 || !touch || touch.clientX < edge || touch.clientX > innerWidth - edge) return;
    if (busy() || typing(target)) return;
    start = { x: touch.clientX, y: touch.clientY, time: timeStamp };
  },
  { passive: true },
);
addEventListener(
  'touchend',
  ({ changedTouches, timeStamp }) => {
    const touch = changedTouches[0];
    if (!start || !touch || getSelection()?.isCollapsed === false || visualViewport?.scale !== 1) return;
    const across = touch.clientX - start.x;
    const along = Math.abs(touch.clientY - start.y);
    if (timeStamp - start.time > 700 || Math.abs(across) < 80 || along > Math.abs(across) / 2) return;
    turn(across > 0 ? 'prev' : 'next');
  },
  { passive: true },
);
