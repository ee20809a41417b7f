import { sayFinding } from '../../../../src/i18n/findings/say-finding.ts';
import type { DeskFinding, FindingState, Remedy } from '../../protocol/model.ts';
import { button, make } from '../kit/dom.ts';
import type { DeskState } from '../state/desk-state.ts';
import { remedyLabel } from './remedies.ts';

/** What the buttons below a finding do. */
interface Choices {
  remedy: (remedy: Remedy) => void;
  settle: (as: FindingState) => void;
}

/** The finding that is being looked at: its message, and a button for each thing that can be done about it. */
export function findingView(
  finding: DeskFinding,
  state: DeskState,
  { remedy, settle }: Choices,
): HTMLElement[] {
  const { words } = state;
  const settleButton = (label: string, as: FindingState, key: string) =>
    button(
      label,
      () => {
        settle(as);
      },
      {},
      make('kbd', {}, key),
    );
  return [
    message(finding, state),
    make(
      'div',
      { class: 'remedies' },
      ...finding.remedies.map((each, i) =>
        button(
          remedyLabel(each, words),
          () => {
            remedy(each);
          },
          {},
          i === 0 && make('kbd', {}, words.likeliest),
        ),
      ),
      settleButton(words.done, 'done', 'Y'),
      settleButton(words.dismiss, 'dismissed', 'I'),
      finding.state !== 'open' && settleButton(words.reopen, 'open', 'O'),
    ),
  ];
}

/** The line of the source that a finding is about, its kind and its message. */
function message(
  { code, line, message: text, severity }: DeskFinding,
  { words, lang }: DeskState,
): HTMLElement {
  const said = sayFinding({ code, message: text }, lang);
  return make(
    'p',
    { 'data-severity': severity },
    make('strong', {}, line === null ? words.nowhere : words.row(line)),
    make('span', { class: 'code', title: code }, words.margin[code]),
    make('span', { lang: said.lang === lang ? undefined : said.lang }, said.text),
  );
}
