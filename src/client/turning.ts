import { isComposing, isControl, isTyping, keys } from './kit/keys.ts';

/** What a single key does on a page. */
export type PageKey = 'previous' | 'next' | 'bookmark' | 'contents' | 'shortcuts';

const pageKeys: Record<string, PageKey> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  b: 'bookmark',
  c: 'contents',
  '?': 'shortcuts',
};

/** What a key does, if nothing else wants it: no field, no control, no selection that Shift and the arrows change. */
export function pageKey(event: KeyboardEvent, hasSelection: boolean): PageKey | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (ctrlKey || metaKey || altKey || isComposing(event) || isTyping(target)) return undefined;
  const act = pageKeys[key];
  const turns = act === 'previous' || act === 'next';
  return turns && (shiftKey || hasSelection || isControl(target)) ? undefined : act;
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

/** Where a swipe leads: `undefined` if it was slow, short or more along the page than across it. */
export function swipeWay(from: Touched, to: Touched): 'previous' | 'next' | undefined {
  const across = to.x - from.x;
  const along = Math.abs(to.y - from.y);
  if (to.time - from.time > maxSwipeTime || Math.abs(across) < minSwipe || along > Math.abs(across) / 2)
    return undefined;
  return across > 0 ? 'previous' : 'next';
}

/** The page before or after, as this page links it. */
const turn = (way: 'previous' | 'next') => {
  const rel = way === 'previous' ? 'prev' : 'next';
  document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)?.click();
};

const hasSelection = () => getSelection()?.isCollapsed === false;
const isBusy = () => document.querySelector('dialog[open], [popover]:popover-open:not(.notice)') !== null;

async function openShortcuts(): Promise<void> {
  const { showShortcuts } = await import('./shortcuts.ts');
  showShortcuts();
}

const acts: Record<PageKey, () => void> = {
  previous: () => {
    turn('previous');
  },
  next: () => {
    turn('next');
  },
  bookmark: () => document.querySelector<HTMLElement>('[data-bookmark]')?.click(),
  contents: () => document.querySelector<HTMLElement>('.contents-button')?.click(),
  shortcuts: () => void openShortcuts(),
};

/** Single keys, and the buttons that list them. */
export function listenForKeys(): void {
  addEventListener('keydown', (event) => {
    const act = pageKey(event, hasSelection());
    if (act && !isBusy() && keys.read()) acts[act]();
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
      if (way) turn(way);
    },
    { passive: true },
  );
}
