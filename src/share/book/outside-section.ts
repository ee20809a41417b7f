import { h } from 'hastscript';
import { isBackMatter } from '../../edition/front-and-back.ts';
import { frontName } from '../../edition/read-edition.ts';
import { inLanguage } from '../../lib/language/in-language.ts';
import type { Localized } from '../../schemas/localized.ts';
import { words } from '../words.ts';
import { epubText } from './epub-text.ts';
import { finished, foreign, named, subtitle, type Making, type Section } from './section.ts';

/** The section of the front or back matter at a position from 0. */
export function outsideSection(making: Making, index: number): Section {
  const { edition, lang, variant, texts, options } = making;
  const entry = edition.front[index];
  const chapters = edition.chapters.map(({ data }) => data);
  const kind = entry && isBackMatter(entry.data, chapters) ? 'back' : 'front';
  const heading = entry?.data.heading;
  const title: Localized =
    heading === undefined
      ? { zh: words.zh[kind], en: words.en[kind] }
      : { zh: heading, ...(edition.headings?.[heading] && { en: edition.headings[heading] }) };
  const name = frontName(index);
  const text = epubText(texts({ name, body: entry?.body ?? '' }, variant), {
    ...options,
    prefix: `f${String(index + 1)}`,
    deeper: 0,
    renderCase: () => [],
  });
  return finished(
    {
      id: `front-${String(index + 1)}`,
      kind,
      title: named(making, title),
      part: undefined,
      places: [],
      pages: [],
    },
    [h('h1', foreign(making, title), inLanguage(title, lang)), ...subtitle(making, title), ...text],
  );
}
