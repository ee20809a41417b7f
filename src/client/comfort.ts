import { keep, read } from './kit/kept.ts';

const form = document.querySelector<HTMLFormElement>('#comfort form');
const root = document.documentElement;

/** The bars of a phone's browser follow the paper that was chosen. */
function paintBrowser(): void {
  const paper = getComputedStyle(root).getPropertyValue('--paper');
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = paper;
}

if (form) {
  const kept = read<Record<string, string>>('comfort', {});
  for (const [name, value] of Object.entries(kept)) {
    const input = form.querySelector<HTMLInputElement>(
      `input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`,
    );
    if (input) input.checked = true;
  }
  if (kept.theme) paintBrowser();
  form.addEventListener('change', (event) => {
    const { name, value, dataset } = event.target as HTMLInputElement;
    if ('usual' in dataset) {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the usual choice is no choice: the system decides again
      delete root.dataset[name];
    } else {
      root.dataset[name] = value;
    }
    const { theme, size, leading, face } = root.dataset;
    keep('comfort', { theme, size, leading, face });
    paintBrowser();
  });
}
