import type { Division } from '../../protocol/model.ts';
import type { DeskState } from '../state/desk-state.ts';
import { openDialog } from '../kit/dialog.ts';
import { make } from '../kit/dom.ts';

/** Offer the likeliest ways to divide the rule that an entry belongs to. */
export async function chooseDivision(state: DeskState, key: string | undefined): Promise<void> {
  const { words } = state;
  const found = await state.load<{ entry: string; divisions: Division[] }>('divisions', { entry: key ?? '' });
  if (!found) return;
  const { entry, divisions } = found;
  const options = divisions.map(({ share, stories }, index) => {
    const radio = make('input', { type: 'radio', name: 'division', value: index, checked: index === 0 });
    const passages = stories.map(({ lines, opening }) =>
      make('span', { class: 'story' }, `${words.lines(...lines)}：`, make('span', { lang: 'zh' }, opening)),
    );
    return {
      radio,
      label: make(
        'label',
        { class: 'division' },
        radio,
        make('span', {}, words.division(share)),
        ...(passages.length > 0 ? passages : [make('span', { class: 'story' }, words.noStories)]),
      ),
    };
  });
  const group = make(
    'fieldset',
    {},
    make('legend', {}, words.divisionsTitle),
    ...options.map(({ label }) => label),
  );
  openDialog(words, words.divisionsTitle, [group], {
    label: words.apply,
    save: () => {
      const chosen = divisions[options.findIndex(({ radio }) => radio.checked)];
      if (!chosen) return true;
      return state.act(
        { do: 'division', entry, stories: chosen.stories.map(({ lines }) => lines) },
        words.divisions,
      );
    },
  });
}
