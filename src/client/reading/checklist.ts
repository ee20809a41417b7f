import { isList, isText } from '../../lib/guards.ts';
import { kept, sayNotKept, whenKeptChanges } from '../kit/kept.ts';

type Ticks = Record<string, string[]>;

/** Questions that the reader ticked, by the page's id. */
export const ticks = kept('ticks', (stored): Ticks => {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, string[]] => isList(isText)(entry[1])),
  );
});

/** The ticks after one question of a page was ticked or cleared. All others stay, since another tab may have set them. */
export function withTick(all: Ticks, page: string, question: string, ticked: boolean): Ticks {
  const others = (all[page] ?? []).filter((other) => other !== question);
  return { ...all, [page]: ticked ? [...others, question] : others };
}

const questionOf = (box: HTMLInputElement) => box.getAttribute('aria-labelledby') ?? '';

/** Have the checklist of a page remember what is ticked. */
export function checklist(items: readonly Element[], page: string): void {
  const boxes = items.flatMap((item) => [...item.querySelectorAll('input')]);
  const show = () => {
    const ticked = ticks.read()[page] ?? [];
    for (const box of boxes) box.checked = ticked.includes(questionOf(box));
  };
  const keep = (box: HTMLInputElement) => {
    if (!ticks.change((all) => withTick(all, page, questionOf(box), box.checked))) void sayNotKept();
  };
  // A box that was ticked before this ran stays ticked: its event is still to come.
  const tickedEarly = boxes.filter((box) => box.checked);
  show();
  for (const box of tickedEarly) box.checked = true;
  for (const box of boxes) {
    box.addEventListener('change', () => {
      keep(box);
    });
    box.parentElement?.querySelector('span')?.addEventListener('click', () => {
      // A click that ends a selection of the question's text doesn't tick it.
      if (getSelection()?.isCollapsed !== false) box.click();
    });
  }
  whenKeptChanges(show);
}
