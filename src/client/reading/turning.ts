import { isComposing, isControl, isTyping, keys } from '../kit/keys.ts';

/** What a single key clicks, as a selector. */
const clickedBy: Record<string, string> = {
  ArrowLeft: 'a[rel=prev]',
  ArrowRight: 'a[rel=next]',
  b: '[data-bookmark]',
  c: '.contents-button',
  '?': '[data-shortcuts]',
};

/**
 * The selector of what a key clicks; `undefined` if the key has another use. In a field it types, and with a selection or a focused
 * control the arrow keys move.
 */
export function clickedByKey(event: KeyboardEvent, hasSelection: boolean): string | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (ctrlKey || metaKey || altKey || isComposing(event) || isTyping(target)) return undefined;
  const isArrow = key.startsWith('Arrow');
  return isArrow && (shiftKey || hasSelection || isControl(target)) ? undefined : clickedBy[key];
}

/** Where and when a finger touched the page. */
export interface Touch {
  x: number;
  y: number;
  /** In milliseconds. */
  time: number;
}

/** A swipe that starts this close to an edge, in CSS pixels, is the browser's own gesture. */
const browserEdge = 32;
/** Shortest swipe, in CSS pixels, and slowest, in milliseconds. */
const minSwipe = 80;
const maxSwipeMs = 700;

/** Whether a touch may begin a swipe. */
export const beginsSwipe = ({ x }: Touch, width: number): boolean =>
  x >= browserEdge && x <= width - browserEdge;

/** Which page a swipe turns to; `undefined` if it was slow, short, or more vertical than horizontal. */
export function swipeDirection(from: Touch, to: Touch): 'prev' | 'next' | undefined {
  const across = to.x - from.x;
  const along = Math.abs(to.y - from.y);
  if (to.time - from.time > maxSwipeMs || Math.abs(across) < minSwipe || along > Math.abs(across) / 2)
    return undefined;
  return across > 0 ? 'prev' : 'next';
}

const click = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

const hasSelection = () => getSelection()?.isCollapsed === false;
const openPopover = () => (CSS.supports('selector(:popover-open)') ? ':popover-open' : '.open:not(nav)');
const isBusy = () => document.querySelector(`dialog[open], [popover]${openPopover()}:not(.notice)`) !== null;

async function openShortcuts(): Promise<void> {
  const { showShortcuts } = await import('./shortcuts.ts');
  showShortcuts();
}

/** Have single keys act, and the buttons that list them open the list. */
export function listenForKeys(): void {
  addEventListener('keydown', (event) => {
    const selector = clickedByKey(event, hasSelection());
    if (selector !== undefined && !isBusy() && keys.read()) click(selector);
  });
  for (const button of document.querySelectorAll('[data-shortcuts]'))
    button.addEventListener('click', () => void openShortcuts());
}

/** Have a swipe of one finger turn the page. */
export function listenForSwipes(): void {
  let start: Touch | undefined;
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
      const way = swipeDirection(start, { x: touch.clientX, y: touch.clientY, time: timeStamp });
      if (way) click(`a[rel=${way}]`);
    },
    { passive: true },
  );
}
