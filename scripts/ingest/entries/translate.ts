import {
  translationsSchema,
  type Translation,
  type Translations,
} from '../../../src/schemas/translations.ts';
import type { Localized, LocalizedList } from '../../../src/schemas/localized.ts';
import type { Entries } from './entry.ts';
import { readYaml } from '../corrections/yaml-file.ts';
import { own } from '../../../src/lib/own.ts';

/**
 * Read a `translations.yaml`. It is skipped if it mentions no title of the entries, since parsing a long one
 * takes a fifth of a second.
 * @throws InputError if it isn't YAML or breaks the schema.
 */
export function readTranslations(yaml: string, { chapters, rules, cases }: Entries): Translations {
  const mentioned = [...chapters, ...rules, ...cases].some(({ data }) => yaml.includes(data.title.zh));
  if (!mentioned) return { chapters: {}, rules: {}, cases: {}, front: {} };
  return readYaml('translations.yaml', yaml, translationsSchema, {});
}

/**
 * The English titles alone. Different books may have the same title or proverb, but then another book's summary
 * is wrong here.
 */
export function titlesOf({ chapters, rules, cases }: Translations): Translations {
  const only = <T extends { title?: string | undefined }>(entries: Record<string, T>) =>
    Object.fromEntries(Object.entries(entries).map(([name, { title }]) => [name, { title }]));
  return { chapters: only(chapters), rules: only(rules), cases: only(cases), front: {} };
}

/** Fields of an entry that can be translated. */
interface Translatable {
  title: Localized;
  summary?: Localized | undefined;
  keywords?: LocalizedList | undefined;
}

/** Add the English texts of `translations`. Entries without any have no `en` fields. */
export function translate(entries: Entries, translations: Translations): Entries {
  const { chapters, rules, cases } = translations;
  return {
    ...entries,
    chapters: entries.chapters.map((entry) => {
      const data = withEnglish(entry.data, own(chapters, entry.data.title.zh));
      const english = own(chapters, entry.data.title.zh)?.epigraph;
      if (!data.epigraph || !english) return { ...entry, data };
      const { text, by } = data.epigraph;
      const epigraph = { text: inBoth(text, english.text), ...(by ? { by: inBoth(by, english.by) } : {}) };
      return { ...entry, data: { ...data, epigraph } };
    }),
    rules: entries.rules.map((entry) => ({
      ...entry,
      data: withEnglish(entry.data, own(rules, entry.data.title.zh)),
    })),
    cases: entries.cases.map((entry) => ({
      ...entry,
      data: withEnglish(entry.data, own(cases, entry.data.title.zh)),
    })),
  };
}

/** Summary and keywords get English only if there are Chinese ones: an entry without text shows none. */
function withEnglish<T extends Translatable>(data: T, english: Translation | undefined): T {
  if (!english) return data;
  return {
    ...data,
    title: inBoth(data.title, english.title),
    ...(data.summary ? { summary: inBoth(data.summary, english.summary) } : {}),
    ...(data.keywords && english.keywords ? { keywords: { ...data.keywords, en: english.keywords } } : {}),
  };
}

function inBoth(text: Localized, en: string | undefined): Localized {
  return en === undefined ? text : { ...text, en };
}
