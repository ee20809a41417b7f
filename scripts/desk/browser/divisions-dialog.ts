import type { Division } from '../protocol/model.ts';
import { ask } from './api.ts';
import type { DeskState } from './desk-state.ts';
import { openDialog } from './dialog.ts';
import { make } from './dom.ts';

/** Offer the likeliest ways to divide the rule that an entry stands in. */
export async function chooseDivision(state: DeskState, key: string | undefined): Promise<void> {
  const { words } = state;
  let entry: string;
  let divisions: Division[];
  try {
    ({ entry, divisions } = await ask<{ entry: string; divisions: Division[] }>('divisions', {
      entry: key ?? '',
    }));
  } catch (error) {
    await state.explain(error);
    return;
  }
  const options = divisions.map(({ share, stories }, index) => {
    const radio = make('input', { type: 'radio', name: 'division', value: index, checked: index === 0 });
    const told = stories.map(({ lines, opening }) =>
      make('span', { class: 'story' }, `${words.lines(...lines)}：`, make('span', { lang: 'zh' }, opening)),
    );
    return {
      radio,
      label: make(
        'label',
        { class: 'division' },
        radio,
        make('span', {}, words.division(share)),
        ...(told.length > 0 ? told : [make('span', { class: 'story' }, words.noStories)]),
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
