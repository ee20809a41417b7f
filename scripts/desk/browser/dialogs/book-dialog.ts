import type { BookFields } from '../../protocol/model.ts';
import type { DeskState } from '../state/desk-state.ts';
import { area, choice, field, input, openDialog } from '../kit/dialog.ts';

const longFields = new Set(['description', 'descriptionEnglish', 'rights', 'rightsEnglish', 'authors']);

/** Show the fields of the book, and save those that the editor changes. */
export async function editBookFields(state: DeskState): Promise<void> {
  const { words } = state;
  const now = await state.load<BookFields>('book');
  if (!now) return;
  const names = Object.keys(now) as (keyof BookFields)[];
  const elements = names.map((name) => {
    const lang = name.endsWith('English') ? 'en' : 'zh';
    if (name === 'language') return choice(now.language, words.scripts);
    return longFields.has(name) ? area(now[name], { lang }) : input(now[name], { lang });
  });
  openDialog(
    words,
    words.book,
    names.map((name, i) => field(words.fields[name], elements[i] ?? input(''))),
    {
      wide: true,
      save: () => {
        const fields = Object.fromEntries(
          names.map((name, i) => [name, elements[i]?.value ?? '']),
        ) as BookFields;
        return names.every((name) => fields[name] === now[name])
          ? true
          : state.act({ do: 'book', fields }, words.book);
      },
    },
  );
}
