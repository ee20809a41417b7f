import { sayFinding } from '../../../../src/i18n/findings/say-finding.ts';
import { report } from '../../../../src/i18n/report.ts';
import type { Action, DeskFinding, FindingState, Remedy } from '../../protocol/model.ts';
import type { DeskState } from '../state/desk-state.ts';
import { chooseDivision } from '../dialogs/divisions-dialog.ts';
import { editBookFields } from '../dialogs/book-dialog.ts';
import { editEntryFields } from '../dialogs/entry-dialog.ts';
import { openTranslations } from '../dialogs/translations-dialog.ts';
import { button, make } from '../kit/dom.ts';

/** Value of the choice of all findings but those of {@link translation}. */
const splitOnly = '';
const all = 'all';
/** Texts without English have a list of their own; here they would hide the findings about the outline. */
const translation: ReadonlySet<string> = new Set(['untranslated', 'stale-translation']);

/** Findings as stops on the way through the book, each with what can be done about it. */
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

  /** The stops: findings of the kind chosen, in the order of the book. */
  get #stops(): DeskFinding[] {
    return this.#state.store.view.findings
      .filter(({ code, state }) => this.#isChosen(code) && (this.#settled.checked || state === 'open'))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }

  #isChosen(code: string): boolean {
    const { value } = this.#kind;
    return value === all || (value === splitOnly ? !translation.has(code) : value === code);
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
        remedy ? `${words.likeliest}: ${this.#label(remedy)}` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    );
  }

  /** Do the likeliest thing about the finding that was gone to. */
  likeliest(): void {
    const [remedy] = this.#finding?.remedies ?? [];
    if (remedy) this.#settleBy(remedy);
    else this.go(1);
  }

  settle(state: FindingState): void {
    const finding = this.#finding;
    if (!finding) return;
    void this.#state.settle([finding], state).then(() => {
      if (state !== 'open') this.#after(finding);
    });
  }

  #settleBy(remedy: Remedy): void {
    const finding = this.#finding;
    const label = this.#label(remedy);
    if (remedy.do === 'open') {
      this.#open(remedy);
      return;
    }
    const action = actionOf(remedy);
    void this.#state.act(action, label).then(async (done) => {
      if (!done || !finding) return;
      // One that is still found was settled all the same.
      if (this.#state.store.view.findings.some(({ key }) => key === finding.key))
        await this.#state.settle([finding], 'done');
      this.#after(finding);
    });
  }

  /** The next stop takes the place of one that is settled. */
  #after({ line }: DeskFinding): void {
    const { store } = this.#state;
    const stops = this.#stops;
    store.finding = (stops.find((each) => (each.line ?? 0) >= (line ?? 0)) ?? stops.at(-1))?.key;
    const next = this.#finding;
    if (next?.line != null) store.select(next.line - 1);
    this.#draw();
  }

  #open({ form, entry }: Extract<Remedy, { do: 'open' }>): void {
    const key = entry ?? this.#state.store.entry?.key;
    if (form === 'entry') void editEntryFields(this.#state, key);
    else if (form === 'divisions') void chooseDivision(this.#state, key);
    else if (form === 'book') void editBookFields(this.#state);
    else void openTranslations(this.#state);
  }

  #label(remedy: Remedy): string {
    const { words } = this.#state;
    if (remedy.do === 'line') return words.line[remedy.as];
    if (remedy.do === 'open')
      return {
        entry: words.entry,
        divisions: words.divisions,
        book: words.book,
        translations: words.translations,
      }[remedy.form];
    return { split: words.split, join: words.join, 'no-case': words.noCase, forget: words.forget }[remedy.do];
  }

  /** Where a finding is, and its message. */
  #sentence({ code, line, message, severity }: DeskFinding): HTMLElement {
    const { words, lang } = this.#state;
    const said = sayFinding({ code, message }, lang);
    return make(
      'p',
      { 'data-severity': severity },
      make('strong', {}, line === null ? words.nowhere : words.row(line)),
      make('span', { class: 'code', title: code }, words.margin[code]),
      make('span', { lang: said.lang === lang ? undefined : said.lang }, said.text),
    );
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
        ? [
            this.#sentence(finding),
            make(
              'div',
              { class: 'remedies' },
              ...finding.remedies.map((remedy, i) =>
                button(
                  this.#label(remedy),
                  () => {
                    this.#settleBy(remedy);
                  },
                  {},
                  i === 0 && make('kbd', {}, words.likeliest),
                ),
              ),
              button(
                words.done,
                () => {
                  this.settle('done');
                },
                {},
                make('kbd', {}, 'Y'),
              ),
              button(
                words.dismiss,
                () => {
                  this.settle('dismissed');
                },
                {},
                make('kbd', {}, 'I'),
              ),
              finding.state !== 'open' &&
                button(
                  words.reopen,
                  () => {
                    this.settle('open');
                  },
                  {},
                  make('kbd', {}, 'O'),
                ),
            ),
          ]
        : []),
    );
  }
}

/** The action that a remedy comes to. */
function actionOf(remedy: Exclude<Remedy, { do: 'open' }>): Action {
  if (remedy.do === 'line') return { do: 'line', lines: [remedy.line], as: remedy.as };
  if (remedy.do === 'join') return { do: 'join', lines: [remedy.line] };
  return remedy;
}
