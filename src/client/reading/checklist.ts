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

/** The ticks with one question of a page set or taken back; the others, which another tab may have set, as they are. */
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
  // What was ticked before this ran stays ticked; its event is still to come.
  const early = boxes.filter((box) => box.checked);
  show();
  for (const box of early) box.checked = true;
  for (const box of boxes) {
    box.addEventListener('change', () => {
      keep(box);
    });
    box.parentElement?.querySelector('span')?.addEventListener('click', () => {
      // Selecting the question's text is no answer to it.
      if (getSelection()?.isCollapsed !== false) box.click();
    });
  }
  whenKeptChanges(show);
}
