import { currentEntry, type Entry } from './kit/entry.ts';
import { keep } from './kit/kept.ts';

/** Where the reader stopped: an entry and, if the reader got into its text, a paragraph. */
export interface KeptPlace {
  entry: Entry;
  paragraph?: string | undefined;
}

/** Id of the paragraph at the top of the window; `undefined` before the text begins. */
export function paragraphInView(): string | undefined {
  if (scrollY < innerHeight / 2) return undefined;
  const paragraphs = document.querySelectorAll<HTMLElement>('article [id^="p-"]');
  return [...paragraphs].find((paragraph) => paragraph.getBoundingClientRect().bottom > innerHeight / 5)?.id;
}

const entry = currentEntry();
if (entry) {
  const keepPlace = () => {
    keep('place', { entry, paragraph: paragraphInView() } satisfies KeptPlace);
  };
  // The last moment that a phone's browser reliably reports.
  document.addEventListener('visibilitychange', keepPlace);
  addEventListener('pagehide', keepPlace);
}
