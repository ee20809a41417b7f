import { isText } from '../../lib/guards.ts';
import { kept, sayNotKept, whenKeptChanges } from '../kit/kept.ts';

/** What a reader can choose. Each is an attribute of the root element: `data-theme`. */
const choices = ['theme', 'size', 'leading', 'face', 'text'] as const;
type Comfort = Partial<Record<(typeof choices)[number], string>>;

function toComfort(stored: unknown): Comfort {
  const all = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return Object.fromEntries(choices.map((name) => [name, all[name]]).filter(([, value]) => isText(value)));
}

/** What the reader chose, for all books at an origin. A default is not kept. */
export const comfort = kept('comfort', toComfort, '');

/** Give the bars of a phone's browser the colour of the chosen paper. */
function colourBrowserBars(root: HTMLElement): void {
  const paper = getComputedStyle(root).getPropertyValue('--paper');
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = paper;
}

/** Have the panel show and change the reader's choices, which are attributes of `root`. */
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
    colourBrowserBars(root);
    // Not loaded if the page shows one language and should.
    if (root.dataset['text'] ?? document.querySelector('.partner'))
      void import('./parallel.ts').then(({ showText }) => showText());
  };
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, value, dataset } = target;
    const { usual } = dataset;
    const chosen = { ...comfort.read(), [name]: usual === undefined ? value : undefined };
    if (!comfort.change(() => chosen)) void sayNotKept();
    // Even if the choice can't be kept, it applies to this page.
    show(chosen);
    // The text in the other language alone is another page.
    if (usual === 'there') document.querySelector<HTMLAnchorElement>('a[data-language]')?.click();
  });
  whenKeptChanges(() => {
    show(comfort.read());
  });
  // A choice made before this ran stays: its event is still to come.
  const chosenEarly = inputs.filter(({ checked, defaultChecked }) => checked && !defaultChecked);
  show(comfort.read());
  for (const input of chosenEarly) input.checked = true;
}
