import { hasShape, isOptional, isText } from '../../lib/guards.ts';
import { isEntry, type Entry } from '../kit/entry.ts';
import { kept } from '../kit/kept.ts';

/** Where the reader stopped: an entry and, if its text was reached, a paragraph. */
export interface ReadingPlace {
  entry: Entry;
  paragraph?: string | undefined;
}

const isPlace = hasShape<ReadingPlace>({ entry: isEntry, paragraph: isOptional(isText) });

export const readingPlace = kept('place', (stored): ReadingPlace | undefined =>
  isPlace(stored) ? stored : undefined,
);

/** Id of the paragraph at the top of the window; `undefined` before the text begins. */
export function paragraphInView(): string | undefined {
  if (scrollY < innerHeight / 2) return undefined;
  const paragraphs = document.querySelectorAll<HTMLElement>('article [id^="p-"]');
  return [...paragraphs].find((paragraph) => paragraph.getBoundingClientRect().bottom > innerHeight / 5)?.id;
}

/** Remember the reader's place in an entry whenever the page is left. */
export function rememberPlace(entry: Entry): void {
  const keep = () => {
    readingPlace.change(() => ({ entry, paragraph: paragraphInView() }));
  };
  // This is the last event that a phone's browser reliably sends.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });
  addEventListener('pagehide', keep);
}
