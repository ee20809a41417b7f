import { isComposing, isControl, isTyping, keys } from '../kit/keys.ts';

/** What a single key presses, as a selector. */
const pressedBy: Record<string, string> = {
  ArrowLeft: 'a[rel=prev]',
  ArrowRight: 'a[rel=next]',
  b: '[data-bookmark]',
  c: '.contents-button',
  '?': '[data-shortcuts]',
};

/** What a key presses, if nothing else wants it: no field, no control, no selection that Shift and the arrows change. */
export function pressedOnPage(event: KeyboardEvent, hasSelection: boolean): string | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (ctrlKey || metaKey || altKey || isComposing(event) || isTyping(target)) return undefined;
  const turns = key.startsWith('Arrow');
  return turns && (shiftKey || hasSelection || isControl(target)) ? undefined : pressedBy[key];
}

export interface Touched {
  x: number;
  y: number;
  /** In milliseconds. */
  time: number;
}

/** A swipe from nearer to the edge than this, in CSS pixels, is the browser's own way back. */
const browserEdge = 32;
const minSwipe = 80;
const maxSwipeTime = 700;

/** Whether a swipe may begin there. */
export const beginsSwipe = ({ x }: Touched, width: number): boolean =>
  x >= browserEdge && x <= width - browserEdge;

/** Which neighbour a swipe leads to: none if it was slow, short or more along the page than across it. */
export function swipeWay(from: Touched, to: Touched): 'prev' | 'next' | undefined {
  const across = to.x - from.x;
  const along = Math.abs(to.y - from.y);
  if (to.time - from.time > maxSwipeTime || Math.abs(across) < minSwipe || along > Math.abs(across) / 2)
    return undefined;
  return across > 0 ? 'prev' : 'next';
}

const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

const hasSelection = () => getSelection()?.isCollapsed === false;
const openPopover = () => (CSS.supports('selector(:popover-open)') ? ':popover-open' : '.open:not(nav)');
const isBusy = () => document.querySelector(`dialog[open], [popover]${openPopover()}:not(.notice)`) !== null;

async function openShortcuts(): Promise<void> {
  const { showShortcuts } = await import('./shortcuts.ts');
  showShortcuts();
}

/** Single keys, and the buttons that list them. */
export function listenForKeys(): void {
  addEventListener('keydown', (event) => {
    const selector = pressedOnPage(event, hasSelection());
    if (selector !== undefined && !isBusy() && keys.read()) press(selector);
  });
  for (const button of document.querySelectorAll('[data-shortcuts]'))
    button.addEventListener('click', () => void openShortcuts());
}

/** A swipe of one finger across the page turns it. */
export function listenForSwipes(): void {
  let start: Touched | undefined;
  addEventListener(
    'touchstart',
    ({ touches, timeStamp, target }) => {
      const touch = touches[0];
      start = undefined;
      if (touches.length !== 1 || !touch || isBusy() || isTyping(target)) return;
      const touched = { x: touch.clientX, y: touch.clientY, time: timeStamp };
      if (beginsSwipe(touched, innerWidth)) start = touched;
    },
    { passive: true },
  );
  addEventListener(
    'touchend',
    ({ changedTouches, timeStamp }) => {
      const touch = changedTouches[0];
      if (!start || !touch || hasSelection() || visualViewport?.scale !== 1) return;
      const way = swipeWay(start, { x: touch.clientX, y: touch.clientY, time: timeStamp });
      if (way) press(`a[rel=${way}]`);
    },
    { passive: true },
  );
}
