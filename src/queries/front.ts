import { readFileSync } from 'node:fs';
import { getCollection } from 'astro:content';
import { parse } from 'yaml';
import { contentDir, handKept } from '../edition/environment.ts';
import type { Front } from '../schemas/front.ts';
import type { Localized } from '../schemas/localized.ts';
import { translationsSchema, type Translations } from '../schemas/translations.ts';

/** A section of what stands before the first chapter. */
export interface FrontSection {
  id: string;
  kind: Front['kind'];
  /** Absent for lines under no heading. */
  heading: Localized | undefined;
  /** English only: what the section says, for readers of no Chinese. */
  summary: string | undefined;
}

let translations: Translations['front'] | undefined;

/** English of headings; front matter's own files have none. Throws a `ZodError` on a malformed `translations.yaml`. */
function getTranslations(): Translations['front'] {
  const path = handKept(contentDir, 'translations.yaml');
  return (translations ??= translationsSchema.parse(
    path === undefined ? {} : parse(readFileSync(path, 'utf8')),
  ).front);
}

/** The sections in the order of the source. */
export async function getFront(): Promise<FrontSection[]> {
  const entries = await getCollection('front');
  return entries
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
    .map(({ id, data }) => {
      const english = data.heading === undefined ? undefined : getTranslations()[data.heading];
      return {
        id,
        kind: data.kind,
        heading:
          data.heading === undefined
            ? undefined
            : { zh: data.heading, ...(english && { en: english.heading }) },
        summary: english?.summary,
      };
    });
}
