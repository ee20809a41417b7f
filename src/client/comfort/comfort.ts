import { isText } from '../../lib/guards.ts';
import { kept, sayNotKept, whenKeptChanges } from '../kit/kept.ts';

/** What a reader can choose, as attributes of the root: `data-theme`. */
const choices = ['theme', 'size', 'leading', 'face', 'text'] as const;
type Comfort = Partial<Record<(typeof choices)[number], string>>;

function toComfort(stored: unknown): Comfort {
  const all = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return Object.fromEntries(choices.map((name) => [name, all[name]]).filter(([, value]) => isText(value)));
}

/** What the reader chose; the usual choice is no choice. It holds for all books at an origin. */
export const comfort = kept('comfort', toComfort, '');

/** The bars of a phone's browser follow the paper that was chosen. */
function paintBrowser(root: HTMLElement): void {
  const paper = getComputedStyle(root).getPropertyValue('--paper');
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = paper;
}

/** Have the panel show and set the reader's choices; `root` carries them. */
export function comfortPanel(form: HTMLFormElement, root: HTMLElement): void {
  const inputs = [...form.querySelectorAll('input')];
  const show = (chosen: Comfort) => {
    for (const name of choices) {
      const options = inputs.filter((input) => input.name === name);
      const usual = options.find(({ dataset }) => dataset['usual'] !== undefined);
      const option = options.find(({ value }) => value === chosen[name]) ?? usual;
      if (option) option.checked = true;
      if (!option || option === usual) Reflect.deleteProperty(root.dataset, name);
      else root.dataset[name] = option.value;
    }
    paintBrowser(root);
    // What isn't shown needs no undoing.
    if (root.dataset['text'] ?? document.querySelector('.partner'))
      void import('./parallel.ts').then(({ showText }) => showText());
  };
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, value, dataset } = target;
    const { usual } = dataset;
    const chosen = { ...comfort.read(), [name]: usual === undefined ? value : undefined };
    if (!comfort.change(() => chosen)) void sayNotKept();
    // If it cannot be kept, it holds for this page at least.
    show(chosen);
    // The other language alone is another page, whose usual text it is.
    if (usual === 'there') document.querySelector<HTMLAnchorElement>('a[data-language]')?.click();
  });
  whenKeptChanges(() => {
    show(comfort.read());
  });
  // What was chosen before this ran is not undone; its event is still to come.
  const early = inputs.filter(({ checked, defaultChecked }) => checked && !defaultChecked);
  show(comfort.read());
  for (const input of early) input.checked = true;
}
