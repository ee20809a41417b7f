import { pushTo } from '../../../../src/lib/push-to.ts';
import type { DeskChange, DeskFinding, DeskView, LineMark, TreeItem } from '../../protocol/model.ts';

type Listener = () => void;

/** The window's copy of the book, and the selection in it. */
export class Store {
  view: DeskView;
  /** Index of the active line. */
  active = 0;
  /** Where the selection of lines started; the active line if nothing more is selected. */
  from = 0;
  /** Key of the current finding. */
  finding: string | undefined;
  readonly #byLine = new Map<number, DeskFinding[]>();
  readonly #onChange: Listener[] = [];
  readonly #onSelect: Listener[] = [];

  constructor(view: DeskView) {
    this.view = view;
    this.#index();
  }

  get size(): number {
    return this.view.texts.length;
  }

  mark(index: number): LineMark {
    return this.view.marks[index] ?? { kind: 'blank' };
  }

  text(index: number): string {
    return this.view.texts[index] ?? '';
  }

  /** Open findings of a line. */
  findingsAt(index: number): DeskFinding[] {
    return this.#byLine.get(index + 1) ?? [];
  }

  /** Numbers of the selected lines. */
  get selected(): number[] {
    const [first, last] = this.range;
    return Array.from({ length: last - first + 1 }, (_, i) => first + i + 1);
  }

  /** Indexes of the first and the last selected line. */
  get range(): [number, number] {
    return [Math.min(this.active, this.from), Math.max(this.active, this.from)];
  }

  /** The entry that the active line belongs to. */
  get entry(): TreeItem | undefined {
    const key = this.mark(this.active).entry;
    return this.view.tree.find((item) => item.key === key);
  }

  /** Make a line the active one. `extend` keeps the start of the selection. */
  select(index: number, extend = false): void {
    const at = Math.max(0, Math.min(this.size - 1, index));
    this.active = at;
    if (!extend) this.from = at;
    for (const listener of this.#onSelect) listener();
  }

  /** Show a change, or a whole view. */
  take(change: DeskChange | DeskView): void {
    if ('since' in change) {
      const { texts, marks, ...rest } = change;
      const all = texts ? [] : [...this.view.marks];
      for (const [index, mark] of marks) all[index] = mark;
      this.view = { ...rest, texts: texts ?? this.view.texts, marks: all };
    } else this.view = change;
    this.active = Math.max(0, Math.min(this.active, this.size - 1));
    this.from = Math.max(0, Math.min(this.from, this.size - 1));
    this.#index();
    for (const listener of this.#onChange) listener();
  }

  onChange(listener: Listener): void {
    this.#onChange.push(listener);
  }

  onSelect(listener: Listener): void {
    this.#onSelect.push(listener);
  }

  #index(): void {
    this.#byLine.clear();
    for (const finding of this.view.findings) {
      if (finding.line === null || finding.state !== 'open') continue;
      pushTo(this.#byLine, finding.line, finding);
    }
  }
}
