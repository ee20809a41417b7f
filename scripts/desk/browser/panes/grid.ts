import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import { make, set } from '../kit/dom.ts';
import { Heights } from './heights.ts';
import type { Store } from '../state/store.ts';

/** Rows that are drawn above and below the visible ones. */
const marginRows = 12;
/** Kinds of lines that are headings. */
const headings = new Set(['part', 'chapter', 'rule', 'section']);

/** The source, a row for each line. Only rows near the visible ones are in the page. */
export class Grid {
  readonly element: HTMLElement;
  readonly #store: Store;
  readonly #words: DeskMessages;
  readonly #rows = new Map<number, HTMLElement>();
  readonly #space: HTMLElement;
  #heights: Heights;
  #drawn = 0;
  #texts: readonly string[] = [];

  constructor(store: Store, words: DeskMessages) {
    this.#store = store;
    this.#words = words;
    this.#space = make('div', { class: 'rows', role: 'rowgroup' });
    this.element = make(
      'div',
      {
        class: 'source-grid',
        role: 'grid',
        tabindex: 0,
        'aria-label': words.source,
        'aria-multiselectable': 'true',
        'aria-colcount': 4,
      },
      this.#space,
    );
    this.#heights = this.#estimate();
    this.element.addEventListener('scroll', () => {
      this.#later();
    });
    this.#space.addEventListener('mousedown', (event) => {
      const index = this.#indexOf(event.target);
      if (index === undefined || event.button !== 0) return;
      this.#store.select(index, event.shiftKey);
      if (event.shiftKey) event.preventDefault();
    });
    this.element.addEventListener('keydown', (event) => {
      if (this.#move(event)) event.preventDefault();
    });
    new ResizeObserver(() => {
      this.#heights = this.#estimate();
      this.#clear();
      this.#later();
    }).observe(this.element);
    store.onChange(() => {
      if (store.view.texts !== this.#texts) this.#heights = this.#estimate();
      this.#clear();
      this.#draw();
    });
    store.onSelect(() => {
      this.show(store.active);
    });
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  /** Bring a line into view. */
  show(index: number): void {
    const { clientHeight, scrollTop } = this.element;
    const top = this.#heights.top(index);
    const bottom = top + this.#heights.of(index);
    if (top < scrollTop || bottom > scrollTop + clientHeight) {
      const isNear = top > scrollTop - clientHeight && bottom < scrollTop + 2 * clientHeight;
      this.element.scrollTop = isNear
        ? top < scrollTop
          ? top
          : Math.min(top, bottom - clientHeight)
        : top - clientHeight / 3;
    }
    this.#clear();
    this.#draw();
  }

  /** Estimate the heights of all rows by the numbers of their characters. A row is measured once it is drawn. */
  #estimate(): Heights {
    const { texts } = this.#store.view;
    this.#texts = texts;
    const style = getComputedStyle(this.element);
    const size = Number.parseFloat(style.fontSize) || 16;
    const line = Number.parseFloat(style.lineHeight) || size * 1.6;
    const width = Math.max(10, ((this.element.clientWidth || 700) - size * 13) / size);
    return new Heights(
      Float64Array.from(texts, (text) => Math.max(1, Math.ceil(text.length / width)) * line + 4),
    );
  }

  #later(): void {
    if (this.#drawn === 0)
      this.#drawn = requestAnimationFrame(() => {
        this.#drawn = 0;
        this.#draw();
      });
  }

  #clear(): void {
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
  }

  #draw(): void {
    const { scrollTop, clientHeight } = this.element;
    const { size } = this.#store;
    set(this.element, { 'aria-rowcount': size });
    const first = Math.max(0, this.#heights.at(scrollTop) - marginRows);
    const last = Math.min(size - 1, this.#heights.at(scrollTop + clientHeight) + marginRows);
    for (const [index, row] of this.#rows)
      if ((index < first || index > last) && index !== this.#store.active) {
        row.remove();
        this.#rows.delete(index);
      }
    const added: [number, HTMLElement][] = [];
    const wanted = [...Array(Math.max(0, last - first + 1)).keys()].map((i) => first + i);
    const { active } = this.#store;
    if (size > 0 && (active < first || active > last)) wanted.push(active);
    for (const index of wanted) {
      if (this.#rows.has(index)) continue;
      const row = this.#row(index);
      this.#rows.set(index, row);
      added.push([index, row]);
    }
    this.#space.append(...added.map(([, row]) => row));
    // All rows are measured together, so that the browser lays the page out once.
    const measured = added.map(([index, row]) => [index, row.offsetHeight] as const);
    let above = 0;
    const anchor = this.#heights.at(scrollTop);
    for (const [index, height] of measured) {
      if (index < anchor) above += height - this.#heights.of(index);
      this.#heights.set(index, height);
    }
    this.#space.style.blockSize = `${String(this.#heights.total)}px`;
    for (const [index, row] of this.#rows) row.style.translate = `0 ${String(this.#heights.top(index))}px`;
    if (above !== 0) this.element.scrollTop = scrollTop + above;
    if (size > 0) set(this.element, { 'aria-activedescendant': `line-${String(active + 1)}` });
  }

  #row(index: number): HTMLElement {
    const { mark, words } = { mark: this.#store.mark(index), words: this.#words };
    const findings = this.#store.findingsAt(index);
    const [from, to] = this.#store.range;
    const tags = [
      mark.kind === 'text' || mark.kind === 'blank' ? '' : words.kinds[mark.kind],
      mark.story === undefined || mark.story === 'inside' ? '' : words.story[mark.story],
      mark.joint === undefined ? '' : words.joint[mark.joint],
    ].filter((tag) => tag !== '');
    const worst = ['error', 'warning', 'info'].find((severity) =>
      findings.some((each) => each.severity === severity),
    );
    return make(
      'div',
      {
        class: 'row',
        role: 'row',
        id: `line-${String(index + 1)}`,
        'aria-rowindex': index + 1,
        'aria-selected': index >= from && index <= to ? 'true' : 'false',
        'data-kind': mark.kind,
        'data-story': mark.story,
        'data-joint': mark.joint,
        'data-active': index === this.#store.active,
      },
      make(
        'div',
        { role: 'rowheader', class: 'number', 'aria-label': words.row(index + 1) },
        String(index + 1),
      ),
      make(
        'div',
        { role: 'gridcell', class: 'tags' },
        ...tags.map((tag) => make('span', { class: 'tag' }, tag)),
        mark.decided === true &&
          make('span', { class: 'decided', role: 'img', 'aria-label': words.decided }, '✎'),
      ),
      make(
        'div',
        { role: 'gridcell', class: 'text', lang: 'zh', 'data-heading': headings.has(mark.kind) },
        this.#store.text(index) || '\u200b',
      ),
      make(
        'div',
        { role: 'gridcell', class: 'margin', 'data-severity': worst },
        ...findings.slice(0, 2).map(({ code }) => make('span', {}, words.margin[code])),
        findings.length > 2 && make('span', {}, `+${String(findings.length - 2)}`),
      ),
    );
  }

  #indexOf(target: EventTarget | null): number | undefined {
    const row = target instanceof Element ? target.closest('.row') : null;
    return row ? Number(row.id.slice('line-'.length)) - 1 : undefined;
  }

  #move({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (altKey || metaKey) return false;
    const page = Math.max(
      1,
      this.#heights.at(this.element.scrollTop + this.element.clientHeight) -
        this.#heights.at(this.element.scrollTop) -
        1,
    );
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[key];
    if (step !== undefined && !ctrlKey) this.#store.select(this.#store.active + step, shiftKey);
    else if (key === 'Home') this.#store.select(0, shiftKey);
    else if (key === 'End') this.#store.select(this.#store.size - 1, shiftKey);
    else return false;
    return true;
  }
}
