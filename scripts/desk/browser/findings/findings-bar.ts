import { sayFinding } from '../../../../src/i18n/findings/say-finding.ts';
import { report } from '../../../../src/i18n/report.ts';
import type { DeskFinding, FindingState, Remedy } from '../../protocol/model.ts';
import type { DeskState } from '../state/desk-state.ts';
import { button, make } from '../kit/dom.ts';
import { findingView } from './finding-view.ts';
import { actionOf, openForm, remedyLabel } from './remedies.ts';

/** Choice in the list of kinds: every finding but those of {@link translationCodes}. */
const splitOnly = '';
/** Choice in the list of kinds: every finding. */
const all = 'all';
/** Findings about missing English. A dialog of their own lists them; here they would hide those about the outline. */
const translationCodes: ReadonlySet<string> = new Set(['untranslated', 'stale-translation']);

/** Bar for going through the findings one by one. It shows the current one and what can be done about it. */
export class FindingsBar {
  readonly element: HTMLElement;
  readonly #state: DeskState;
  readonly #kind: HTMLSelectElement;
  readonly #settled: HTMLInputElement;
  readonly #position = make('span', { class: 'position' });
  readonly #counts = make('p', { class: 'counts' });
  readonly #current = make('div', { class: 'current' });
  #kinds = '';

  constructor(state: DeskState) {
    this.#state = state;
    const { words, store } = state;
    this.#kind = make('select', { 'aria-label': words.allKinds });
    this.#settled = make('input', { type: 'checkbox' });
    this.element = make(
      'section',
      { class: 'findings', 'aria-label': words.findings },
      this.#kind,
      this.#position,
      button(
        words.previous,
        () => {
          this.go(-1);
        },
        { 'aria-keyshortcuts': 'k' },
        make('kbd', {}, 'K'),
      ),
      button(
        words.next,
        () => {
          this.go(1);
        },
        { 'aria-keyshortcuts': 'j' },
        make('kbd', {}, 'J'),
      ),
      this.#counts,
      make('label', { class: 'check' }, this.#settled, words.showSettled),
      this.#current,
    );
    this.#kind.addEventListener('change', () => {
      this.#draw();
    });
    this.#settled.addEventListener('change', () => {
      this.#draw();
    });
    store.onChange(() => {
      this.#draw();
    });
    this.#draw();
  }

  get #finding(): DeskFinding | undefined {
    const { view, finding } = this.#state.store;
    return view.findings.find(({ key }) => key === finding);
  }

  /** The findings of the chosen kind, in the order of the book. Settled ones are among them if their box is ticked. */
  get #stops(): DeskFinding[] {
    return this.#state.store.view.findings
      .filter(({ code, state }) => this.#isChosen(code) && (this.#settled.checked || state === 'open'))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }

  #isChosen(code: string): boolean {
    const { value } = this.#kind;
    return value === all || (value === splitOnly ? !translationCodes.has(code) : value === code);
  }

  /** Go to the next stop, or the one before. */
  go(step: 1 | -1): void {
    const { store, words } = this.#state;
    const stops = this.#stops;
    if (stops.length === 0) {
      store.finding = undefined;
      this.#draw();
      this.#state.say(words.noFindings);
      return;
    }
    const at = stops.findIndex(({ key }) => key === store.finding);
    const line = store.active + 1;
    const next =
      at >= 0
        ? stops[(at + step + stops.length) % stops.length]
        : step > 0
          ? (stops.find((each) => (each.line ?? 0) >= line) ?? stops[0])
          : (stops.findLast((each) => (each.line ?? 0) <= line) ?? stops.at(-1));
    if (!next) return;
    store.finding = next.key;
    if (next.line !== null) store.select(next.line - 1);
    this.#draw();
    const [remedy] = next.remedies;
    this.#state.say(
      [
        words.at(stops.indexOf(next) + 1, stops.length),
        next.line === null ? '' : words.row(next.line),
        words.margin[next.code],
        sayFinding(next, this.#state.lang).text,
        remedy ? `${words.likeliest}: ${remedyLabel(remedy, words)}` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    );
  }

  /** Apply the first remedy of the current finding. If there is no current finding, go to the next. */
  likeliest(): void {
    const [remedy] = this.#finding?.remedies ?? [];
    if (remedy) this.#settleBy(remedy);
    else this.go(1);
  }

  /** Mark the current finding as done, dismissed or open, and go on if it is settled. */
  settle(state: FindingState): void {
    const finding = this.#finding;
    if (!finding) return;
    void this.#state.settle([finding], state).then(() => {
      if (state !== 'open') this.#after(finding);
    });
  }

  #settleBy(remedy: Remedy): void {
    const finding = this.#finding;
    const label = remedyLabel(remedy, this.#state.words);
    if (remedy.do === 'open') {
      openForm(this.#state, remedy);
      return;
    }
    const action = actionOf(remedy);
    void this.#state.act(action, label).then(async (done) => {
      if (!done || !finding) return;
      // If the remedy didn't make the finding go away, it counts as done all the same.
      if (this.#state.store.view.findings.some(({ key }) => key === finding.key))
        await this.#state.settle([finding], 'done');
      this.#after(finding);
    });
  }

  /** After a finding is settled, the next one in the book becomes the current one. */
  #after({ line }: DeskFinding): void {
    const { store } = this.#state;
    const stops = this.#stops;
    store.finding = (stops.find((each) => (each.line ?? 0) >= (line ?? 0)) ?? stops.at(-1))?.key;
    const next = this.#finding;
    if (next?.line != null) store.select(next.line - 1);
    this.#draw();
  }

  #draw(): void {
    const { store, words } = this.#state;
    const { findings } = store.view;
    const codes = [...new Set(findings.map(({ code }) => code))];
    if (this.#kinds !== codes.join()) {
      this.#kinds = codes.join();
      const { value } = this.#kind;
      this.#kind.replaceChildren(
        make('option', { value: splitOnly }, words.splitKinds),
        make('option', { value: all }, words.allKinds),
        ...codes.map((code) => make('option', { value: code }, report[this.#state.lang].codes[code])),
      );
      this.#kind.value = codes.some((code) => code === value) || value === all ? value : splitOnly;
    }
    const count = (state: FindingState) =>
      findings.filter((each) => each.state === state && this.#isChosen(each.code)).length;
    this.#counts.textContent = words.settled(count('open'), count('done'), count('dismissed'));
    const finding = this.#finding;
    const stops = this.#stops;
    const at = stops.findIndex(({ key }) => key === finding?.key);
    this.#position.textContent = at < 0 ? '' : words.at(at + 1, stops.length);
    this.#current.replaceChildren(
      ...(finding
        ? findingView(finding, this.#state, {
            remedy: (remedy) => {
              this.#settleBy(remedy);
            },
            settle: (as) => {
              this.settle(as);
            },
          })
        : []),
    );
  }
}
