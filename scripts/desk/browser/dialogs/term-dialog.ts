import type { DeskState } from '../state/desk-state.ts';
import { area, field, input, listOf, openDialog, passage } from '../kit/dialog.ts';
import { button } from '../kit/dom.ts';

/** Add a term to the glossary: the words that are selected in the source, or in the line that the dialog shows. */
export function addTerm(state: DeskState): void {
  const { words, store } = state;
  const { fields } = words;
  const selected = String(getSelection() ?? '').replace(/\s+/g, '');
  const context = passage(store.text(store.active));
  const term = input(selected.slice(0, 60), { lang: 'zh', required: true });
  const take = button(fields.takeSelection, () => {
    term.value = context.value.slice(context.selectionStart, context.selectionEnd).trim();
    term.focus();
  });
  const form = {
    en: input('', { lang: 'en', required: true }),
    zh: area('', { lang: 'zh', required: true }),
    gloss: area('', { lang: 'en', required: true }),
    aliases: area('', { lang: 'zh' }),
  };
  openDialog(
    words,
    words.term,
    [
      field(fields.context, context),
      take,
      field(fields.term, term),
      ...Object.entries(form).map(([name, element]) => field(fields[name as keyof typeof form], element)),
    ],
    {
      wide: true,
      save: () =>
        state.act(
          {
            do: 'term',
            fields: {
              term: term.value,
              en: form.en.value,
              zh: form.zh.value,
              gloss: form.gloss.value,
              aliases: listOf(form.aliases.value),
            },
          },
          words.term,
        ),
    },
  );
}
