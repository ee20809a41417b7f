import type { Edition } from '../../edition/read-edition.ts';
import type { SiteRoot } from '../../lib/book/addresses.ts';
import type { Term } from '../../schemas/glossary.ts';
import type { Variant } from '../variant.ts';
import { chapterSection } from './chapter-section.ts';
import { entryTexts } from './entry-text.ts';
import { glossarySection } from './glossary-section.ts';
import { outsideSection } from './outside-section.ts';
import type { Making, Section } from './section.ts';

/**
 * The whole book in order: the front matter, then one section per chapter, with cases in their places, then the
 * back matter and the glossary.
 */
export function toSections(
  edition: Edition,
  root: SiteRoot,
  variant: Variant = 'zh',
  terms: readonly Term[] = [],
): Section[] {
  const ids = <T extends { id: string }>(files: readonly { data: T }[]) =>
    new Set(files.map(({ data }) => data.id));
  const making: Making = {
    edition,
    root,
    variant,
    lang: variant === 'en' ? 'en' : 'zh',
    texts: entryTexts(edition, terms),
    options: { chapters: ids(edition.chapters), rules: ids(edition.rules) },
    marked: new Set(),
  };
  const outside = edition.front.map((_, index) => outsideSection(making, index));
  return [
    ...outside.filter(({ kind }) => kind === 'front'),
    ...edition.chapters.map((chapter) => chapterSection(making, chapter)),
    ...outside.filter(({ kind }) => kind === 'back'),
    ...(terms.length === 0 ? [] : [glossarySection(making, terms)]),
  ];
}
