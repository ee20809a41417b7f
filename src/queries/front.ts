import { getCollection } from 'astro:content';
import { contentDir } from '../edition/files/environment.ts';
import { isBackMatter } from '../edition/front-and-back.ts';
import { readHandKept } from '../edition/files/hand-kept.ts';
import { byId } from '../edition/reading-order.ts';
import { describesBook } from '../edition/files/shipped.ts';
import type { Front } from '../schemas/front.ts';
import type { Localized } from '../schemas/localized.ts';
import { translationsSchema } from '../schemas/translations.ts';
import { memo } from './memo.ts';

/** A section of the front or back matter. */
export interface FrontSection {
  id: string;
  kind: Front['kind'];
  /** It comes after the chapters: an appendix, an afterword. */
  isBack: boolean;
  /** Absent for lines under no heading. */
  heading: Localized | undefined;
  /** English only: a summary of the section for readers without Chinese. */
  summary: string | undefined;
}

/** Whether the summaries are about this book. Another book has the same headings, such as 前言, above other text. */
const ownTranslations = describesBook(contentDir, 'translations.yaml');

/** English headings and summaries, which the sections' own files don't have. */
const getTranslations = memo(() => readHandKept(contentDir, 'translations.yaml', translationsSchema).front);

/** The sections in the order of the source. */
export async function getFront(): Promise<FrontSection[]> {
  const entries = await getCollection('front');
  const chapters = (await getCollection('chapters')).sort(byId).map(({ data }) => data);
  return entries.sort(byId).map(({ id, data }) => {
    const english = data.heading === undefined ? undefined : getTranslations()[data.heading];
    return {
      id,
      kind: data.kind,
      isBack: isBackMatter(data, chapters),
      heading:
        data.heading === undefined
          ? undefined
          : { zh: data.heading, ...(english && { en: english.heading }) },
      summary: ownTranslations ? english?.summary : undefined,
    };
  });
}
