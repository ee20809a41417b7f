import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import type { TreeItem } from '../../protocol/model.ts';
import { make, set } from '../kit/dom.ts';
import type { Store } from '../state/store.ts';

/** Longer outlines start with their chapters closed. */
const maxOpenItems = 400;

/** The outline of the book as a tree. To open an entry selects its first line; the entry of the active line is marked. */
export class Tree {
  readonly element: HTMLElement;
  readonly #store: Store;
  readonly #words: DeskMessages;
  readonly #closed = new Set<string>();
  #focused: string | undefined;
  #tree: readonly TreeItem[] = [];

  constructor(store: Store, words: DeskMessages) {
    this.#store = store;
    this.#words = words;
    this.element = make('div', { class: 'outline', role: 'tree', 'aria-label': words.outline });
    if (store.view.tree.length > maxOpenItems)
      for (const { key, kind } of store.view.tree) if (kind === 'chapter') this.#closed.add(key);
    this.element.addEventListener('click', ({ target }) => {
      const key =
        target instanceof Element
          ? target.closest<HTMLElement>('[role=treeitem]')?.dataset['key']
          : undefined;
      const item = this.#shown().find((each) => each.key === key);
      if (!item) return;
      if (target instanceof Element && target.closest('.twist')) this.#toggle(item);
      else this.#open(item);
    });
    this.element.addEventListener('keydown', (event) => {
      if (this.#move(event)) event.preventDefault();
    });
    store.onChange(() => {
      this.#draw();
    });
    store.onSelect(() => {
      this.#follow();
    });
    this.#draw();
  }

  #hasChildren(at: number): boolean {
    return (this.#tree[at + 1]?.level ?? 0) > (this.#tree[at]?.level ?? 0);
  }

  /** The items that no closed item hides. */
  #shown(): TreeItem[] {
    let hiddenBelow = Infinity;
    return this.#tree.filter((item) => {
      if (item.level > hiddenBelow) return false;
      hiddenBelow = this.#closed.has(item.key) ? item.level : Infinity;
      return true;
    });
  }

  #draw(): void {
    this.#tree = this.#store.view.tree;
    const places = new Map(this.#tree.map((item, index) => [item.key, index]));
    const shown = this.#shown();
    const current = this.#store.entry?.key;
    this.#focused = shown.some(({ key }) => key === this.#focused)
      ? this.#focused
      : (current ?? shown[0]?.key);
    this.element.replaceChildren(
      ...shown.map((item) => {
        const parent = this.#hasChildren(places.get(item.key) ?? 0);
        return make(
          'div',
          {
            role: 'treeitem',
            'data-key': item.key,
            'data-kind': item.storyKind ?? item.kind,
            'data-doubt': item.doubt,
            'aria-level': item.level,
            'aria-expanded': parent ? String(!this.#closed.has(item.key)) : undefined,
            'aria-selected': item.key === current ? 'true' : 'false',
            tabindex: item.key === this.#focused ? 0 : -1,
            style: `--level: ${String(item.level)}`,
          },
          parent &&
            make('span', { class: 'twist', 'aria-hidden': 'true' }, this.#closed.has(item.key) ? '▸' : '▾'),
          make('span', { class: 'kind' }, this.#kindOf(item)),
          make('span', { class: 'title', lang: 'zh' }, `${item.number} ${item.title}`.trim()),
          item.english !== undefined && make('span', { class: 'english', lang: 'en' }, item.english),
        );
      }),
    );
  }

  #kindOf({ kind, storyKind }: TreeItem): string {
    const { kinds, storyKind: stories } = this.#words;
    return kind === 'case' ? stories[storyKind ?? 'case'] : kinds[kind];
  }

  /** Mark the entry of the active line. */
  #follow(): void {
    const current = this.#store.entry?.key;
    for (const item of this.element.children) {
      const isHere = item instanceof HTMLElement && item.dataset['key'] === current;
      if ((item.getAttribute('aria-selected') === 'true') === isHere) continue;
      set(item, { 'aria-selected': String(isHere) });
      if (isHere) item.scrollIntoView({ block: 'nearest' });
    }
  }

  #toggle({ key }: TreeItem): void {
    if (!this.#closed.delete(key)) this.#closed.add(key);
    this.#draw();
    this.#focus(key);
  }

  #focus(key: string | undefined): void {
    if (key === undefined) return;
    this.#focused = key;
    for (const item of this.element.children) {
      if (!(item instanceof HTMLElement)) continue;
      const isIt = item.dataset['key'] === key;
      item.tabIndex = isIt ? 0 : -1;
      if (isIt) item.focus();
    }
  }

  #open(item: TreeItem): void {
    this.#focus(item.key);
    if (item.lines) this.#store.select(item.lines[0] - 1);
  }

  #move({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (altKey || ctrlKey || metaKey) return false;
    const shown = this.#shown();
    const at = shown.findIndex((item) => item.key === this.#focused);
    const item = shown[at];
    if (!item) return false;
    const steps: Record<string, TreeItem | undefined> = {
      ArrowDown: shown[at + 1],
      ArrowUp: shown[at - 1],
      Home: shown[0],
      End: shown.at(-1),
    };
    if (Object.hasOwn(steps, key)) this.#focus(steps[key]?.key);
    else if (key === 'ArrowRight' || key === 'ArrowLeft') this.#turn(item, key === 'ArrowRight');
    else if (key === ' ' || key === 'Enter') this.#open(item);
    else return false;
    return true;
  }

  /** Right opens an item or goes to its first child; left closes it or goes to its parent. */
  #turn(item: TreeItem, opens: boolean): void {
    const shown = this.#shown();
    const at = shown.indexOf(item);
    const isClosed = this.#closed.has(item.key);
    if (this.#hasChildren(this.#tree.indexOf(item)) && isClosed === opens) this.#toggle(item);
    else if (opens) this.#focus(shown[at + 1]?.key);
    else this.#focus(shown.slice(0, at).findLast(({ level }) => level < item.level)?.key);
  }
}
