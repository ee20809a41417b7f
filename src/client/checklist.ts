import { keep, read } from './kit/kept.ts';

const name = (box: HTMLInputElement) => box.getAttribute('aria-labelledby') ?? '';

const boxes = [...document.querySelectorAll<HTMLInputElement>('.check input')];
const id = document.querySelector<HTMLElement>('main')?.dataset.id;

if (id !== undefined && boxes.length > 0) {
  const ticked = read<Record<string, string[]>>('ticks', {})[id] ?? [];
  // What was ticked before this ran stays ticked.
  for (const box of boxes) box.checked ||= ticked.includes(name(box));
  for (const item of document.querySelectorAll('.check')) {
    const box = item.querySelector('input')!;
    item.querySelector('span')?.addEventListener('click', () => {
      // Selecting the question's text is no answer to it.
      if (getSelection()?.isCollapsed !== false) box.click();
    });
    box.addEventListener('change', () => {
      const ticks = {
        ...read<Record<string, string[]>>('ticks', {}),
        [id]: boxes.filter((one) => one.checked).map(name),
      };
      keep('ticks', ticks);
    });
  }
}
