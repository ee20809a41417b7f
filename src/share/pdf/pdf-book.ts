import { basename, join } from 'node:path';
import { isBackMatter } from '../../edition/front-and-back.ts';
import { frontName, type Edition } from '../../edition/read-edition.ts';
import type { SiteRoot } from '../../lib/book/addresses.ts';
import { inLanguage } from '../../lib/language/in-language.ts';
import type { Term } from '../../schemas/glossary.ts';
import { light, sepia } from '../../styles/palette.ts';
import type { Variant } from '../variant.ts';
import { words } from '../words.ts';
import type { Paper, PdfBook, PdfSection } from './book-model.ts';
import { chapterDepth, chapterSection, chapterSections } from './chapters.ts';
import { contentsOf } from './contents.ts';
import { entryBlocks, settingOf, type Setting } from './pdf-blocks.ts';

/** Characters of the longest title that is set upright on its label. */
const longestUpright = 14;

/** Lay out a whole edition for the press: cover, contents, front matter, chapters, back matter, glossary. */
export function pdfBook(
  edition: Edition,
  root: SiteRoot,
  paper: Paper,
  terms: readonly Term[] = [],
  variant: Variant = 'zh',
): PdfBook {
  const setting = settingOf(edition, root, variant);
  const t = words[setting.lang];
  const chapters = chapterSections(setting);
  const outside = edition.front.map((_, index) => outsideSection(setting, index));
  const back = outside.filter(({ type }) => type === 'back');
  const glossary: PdfSection[] =
    terms.length === 0 ? [] : [{ type: 'glossary', terms: explained(setting, terms) }];
  return finished(setting, paper, {
    cover: true,
    contents: [
      ...contentsOf([...chapters, ...back]),
      ...(terms.length === 0 ? [] : [{ level: 1 as const, id: 'glossary', label: null, title: t.glossary }]),
    ],
    sections: [...outside.filter(({ type }) => type === 'front'), ...chapters, ...back, ...glossary],
  });
}

/** One chapter by itself, without cover and contents. */
export function pdfChapter(edition: Edition, id: string, root: SiteRoot, paper: Paper): PdfBook {
  const setting = settingOf(edition, root, 'zh');
  const depth = chapterDepth(edition);
  const sections = edition.chapters
    .filter(({ data }) => data.id === id)
    .map((chapter) => chapterSection(setting, chapter, depth));
  return finished(setting, paper, { cover: false, contents: [], sections });
}

/** Terms in the order of the glossary, with what they mean in the languages of the book. */
const explained = ({ lang, variant }: Setting, terms: readonly Term[]) =>
  terms.map(({ term, en, zh, gloss }) => ({
    term: lang === 'en' ? en : term,
    other: lang === 'en' ? term : en,
    text: lang === 'en' ? gloss : zh,
    english: variant === 'both' ? gloss : null,
  }));

/** Put the book's names and the pictures that its text shows to its sections. */
function finished(
  setting: Setting,
  paper: Paper,
  content: Pick<PdfBook, 'cover' | 'contents' | 'sections'>,
): PdfBook {
  const folder = setting.edition.pictures ?? '';
  const names = new Set(picturesIn(content.sections));
  return {
    ...frame(setting, paper),
    ...content,
    pictures: [...names].map((path) => ({ path, file: join(folder, basename(path)) })),
  };
}

/** Paths of pictures in sections of any depth. */
function picturesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'picture' && 'path' in value) return [String(value.path)];
  return Object.values(value).flatMap(picturesIn);
}

function frame(
  { edition: { names }, lang, variant }: Setting,
  paper: Paper,
): Omit<PdfBook, 'cover' | 'contents' | 'sections' | 'pictures'> {
  const t = words[lang];
  const title = names.name[lang];
  const traditional = names.language === 'zh-Hant';
  return {
    title,
    titleOther: (lang === 'en' ? names.title.zh : names.title.en) ?? null,
    subtitle: names.subtitle === undefined ? null : inLanguage(names.subtitle, lang),
    authors: names.authors.map((author) => inLanguage(author, lang)),
    description: names.description[lang],
    lang,
    region: lang === 'en' ? 'gb' : traditional ? 'tw' : 'cn',
    script: traditional ? 'hant' : 'hans',
    both: variant === 'both',
    paper,
    palette: { ...light, slips: sepia.paper },
    upright: /^[\p{Script=Han}\p{P}〇]+$/u.test(title) && [...title].length <= longestUpright,
    words: {
      contents: t.contents,
      printed: t.printed,
      code: t.link,
      missing: t.missing,
      glossary: t.glossary,
      picture: t.picture,
      and: lang === 'en' ? ', ' : '　',
      // The house mark of a book: the first character of its title.
      seal: /\p{Script=Han}/u.exec(names.title.zh)?.[0] ?? names.title.zh.trim().slice(0, 1),
    },
  };
}

/** A section of the front or back matter. */
function outsideSection(setting: Setting, index: number): PdfSection {
  const { edition, lang } = setting;
  const entry = edition.front[index];
  const chapters = edition.chapters.map(({ data }) => data);
  const type = entry && isBackMatter(entry.data, chapters) ? 'back' : 'front';
  const heading = entry?.data.heading;
  const english = heading === undefined ? words.en[type] : edition.headings?.[heading];
  return {
    type,
    id: `front-${String(index + 1)}`,
    title: lang === 'en' && english !== undefined ? english : (heading ?? words.zh[type]),
    blocks: entryBlocks(setting, { name: frontName(index), body: entry?.body ?? '' }, 2),
  };
}
