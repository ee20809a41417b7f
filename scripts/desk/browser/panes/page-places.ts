import { squeeze } from '../../../../src/lib/squeeze.ts';
import type { Store } from '../state/store.ts';

/** Elements of a page that show a line. */
const pieces = 'main :is(p, li, h1, h2, h3, h4, td, th, figcaption, dt, dd)';
/** Characters of a line that are looked for. The page may break or join what comes after them. */
const comparedLength = 24;

/** The smallest element of a page that shows a line; `undefined` if none does. */
export function pieceOf(page: Document, line: string): HTMLElement | undefined {
  const words = squeeze(line).slice(0, comparedLength);
  if (words === '') return undefined;
  const found = [...page.querySelectorAll<HTMLElement>(pieces)].filter((piece) => {
    const text = squeeze(piece.textContent);
    return text.includes(words) || (text.length > 3 && squeeze(line).endsWith(text));
  });
  return found.reduce<HTMLElement | undefined>(
    (best, each) => (best && best.textContent.length <= each.textContent.length ? best : each),
    undefined,
  );
}

/** Index of the line that an element of a page shows, among the lines of its entry. */
export function lineOf(
  store: Store,
  piece: Element,
  [from, to]: readonly [number, number],
): number | undefined {
  const text = squeeze(piece.textContent);
  for (let index = from - 1; index < to; index += 1) {
    const line = squeeze(store.text(index));
    if (
      line !== '' &&
      store.mark(index).kind !== 'contents' &&
      (text.startsWith(line) || line.endsWith(text))
    )
      return index;
  }
  return undefined;
}

/** The element with text that was clicked; `undefined` for a link, a button or the margin. */
export function clickedPiece(target: EventTarget | null): Element | undefined {
  const element = target as Element | null;
  if (!element || element.closest('a, button, summary, input, select, label')) return undefined;
  return element.closest(pieces) ?? undefined;
}
