import type { EntryDetails, EntryFields } from '../../protocol/model.ts';
import type { DeskState } from '../state/desk-state.ts';
import { area, choice, field, input, listOf, openDialog } from '../kit/dialog.ts';

/** Show the fields of an entry, and save those that the editor changes. */
export async function editEntryFields(state: DeskState, key: string | undefined): Promise<void> {
  const { words } = state;
  const { fields } = words;
  const now = await state.load<EntryDetails>('details', { entry: key ?? '' });
  if (!now) return;
  const zh = { lang: 'zh' };
  const en = { lang: 'en' };
  const list = (words: readonly (string | number)[], attributes = zh) => area(words.join('\n'), attributes);
  const form = {
    title: input(now.title, zh),
    titleEnglish: input(now.english.title, en),
    summary: area(now.summary, zh),
    summaryEnglish: area(now.english.summary, en),
    keywords: list(now.keywords),
    keywordsEnglish: list(now.english.keywords, en),
  };
  const story = {
    storyKind: choice(now.storyKind || 'case', words.storyKind),
    basis: choice(now.basis, words.bases),
    outcome: choice(now.outcome, words.outcomes),
    years: list(now.years),
    places: list(now.places),
    roles: list(now.roles),
    industries: list(now.industries),
  };
  const isCase = now.kind === 'case';
  const shown = Object.entries({ ...form, ...(isCase ? story : {}) }) as [
    keyof typeof form,
    HTMLInputElement,
  ][];
  openDialog(
    words,
    words.entryTitle(now.title),
    shown.map(([name, element]) => field(fields[name], element)),
    {
      wide: true,
      save: () => {
        const changed = changedFields(now, form, isCase ? story : undefined);
        return Object.keys(changed).length === 0
          ? true
          : state.act({ do: 'entry', entry: now.key, fields: changed }, words.entryTitle(now.title));
      },
    },
  );
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function changedFields(
  now: EntryDetails,
  form: Record<
    'title' | 'titleEnglish' | 'summary' | 'summaryEnglish' | 'keywords' | 'keywordsEnglish',
    Field
  >,
  story:
    | Record<'storyKind' | 'basis' | 'outcome' | 'years' | 'places' | 'roles' | 'industries', Field>
    | undefined,
): EntryFields {
  const changed: EntryFields = {};
  const differs = (list: readonly (string | number)[], typed: string) =>
    list.join('\n') !== listOf(typed).join('\n');
  if (form.title.value !== now.title) changed.title = form.title.value;
  if (form.summary.value !== now.summary) changed.summary = form.summary.value;
  if (differs(now.keywords, form.keywords.value)) changed.keywords = listOf(form.keywords.value);
  const english: NonNullable<EntryFields['english']> = {};
  if (form.titleEnglish.value !== now.english.title) english.title = form.titleEnglish.value;
  if (form.summaryEnglish.value !== now.english.summary) english.summary = form.summaryEnglish.value;
  if (differs(now.english.keywords, form.keywordsEnglish.value))
    english.keywords = listOf(form.keywordsEnglish.value);
  if (Object.keys(english).length > 0) changed.english = english;
  if (!story) return changed;
  if (story.storyKind.value !== now.storyKind) changed.kind = story.storyKind.value as 'case' | 'anecdote';
  if (story.basis.value !== now.basis) changed.basis = story.basis.value as 'book' | 'illustrative' | '';
  if (story.outcome.value !== now.outcome) changed.outcome = story.outcome.value;
  if (differs(now.years, story.years.value))
    changed.years = listOf(story.years.value).map((year) => Math.trunc(Number(year) || 0));
  for (const name of ['places', 'roles', 'industries'] as const)
    if (differs(now[name], story[name].value)) changed[name] = listOf(story[name].value);
  return changed;
}
