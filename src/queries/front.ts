import { getCollection } from 'astro:content';
import { contentDir } from '../edition/environment.ts';
import { readHandKept } from '../edition/hand-kept.ts';
import { byId } from '../edition/reading-order.ts';
import { keepsOwn } from '../edition/shipped.ts';
import type { Front } from '../schemas/front.ts';
import type { Localized } from '../schemas/localized.ts';
import { translationsSchema } from '../schemas/translations.ts';
import { memo } from './memo.ts';

/** A section of the front matter. */
export interface FrontSection {
  id: string;
  kind: Front['kind'];
  /** Absent for lines under no heading. */
  heading: Localized | undefined;
  /** English only: a summary of the section for readers without Chinese. */
  summary: string | undefined;
}

/** Many books have the same headings in their front matter, with different text. */
const ownTranslations = keepsOwn(contentDir, 'translations.yaml');

/** English of headings; front matter's own files have none. */
const getTranslations = memo(() => readHandKept(contentDir, 'translations.yaml', translationsSchema).front);

/** The sections in the order of the source. */
export async function getFront(): Promise<FrontSection[]> {
  const entries = await getCollection('front');
  return entries.sort(byId).map(({ id, data }) => {
    const english = data.heading === undefined ? undefined : getTranslations()[data.heading];
    return {
      id,
      kind: data.kind,
      heading:
        data.heading === undefined
          ? undefined
          : { zh: data.heading, ...(english && { en: english.heading }) },
      summary: ownTranslations ? english?.summary : undefined,
    };
  });
}
