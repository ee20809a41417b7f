import { basename, join } from 'node:path';
import { isBackMatter } from '../../edition/front-and-back.ts';
import type { EntryFile } from '../../edition/frontmatter.ts';
import { frontName, type Edition } from '../../edition/read-edition.ts';
import { permanentAddress, type SiteRoot } from '../../lib/addresses.ts';
import { inLanguage } from '../../lib/in-language.ts';
import { chapterName, partName, ruleMark } from '../../lib/printed-names.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Term } from '../../schemas/glossary.ts';
import type { Rule } from '../../schemas/rule.ts';
import { light, sepia, type Palette } from '../../styles/palette.ts';
import { qrSvg } from '../qr.ts';
import type { Variant } from '../variant.ts';
import { words } from '../words.ts';
import { entryBlocks, settingOf, subtitleOf, type PdfBlock, type Setting } from './pdf-blocks.ts';

/** A sheet in millimetres; `notes` leaves a ruled margin for them. */
export interface Paper {
  width: number;
  height: number;
  notes: boolean;
}

/** To read, and to print and write on. */
export const papers = {
  a5: { width: 148, height: 210, notes: false },
  a4: { width: 210, height: 297, notes: true },
} as const satisfies Record<string, Paper>;

interface PdfRule {
  id: string;
  depth: number;
  /** The first rule follows its chapter's opening more closely. */
  first: boolean;
  label: string | null;
  title: string;
  english: string | null;
  page: number | null;
  missing: boolean;
  blocks: PdfBlock[];
  address: string | null;
  qr: string | null;
}

interface PdfChapter {
  type: 'chapter';
  id: string;
  depth: number;
  label: string | null;
  title: string;
  english: string | null;
  /** Text of the running head. */
  head: string;
  page: number | null;
  epigraph: { text: string; english: string | null; by: string | null } | null;
  blocks: PdfBlock[];
  rules: PdfRule[];
  address: string | null;
  qr: string | null;
}

type PdfSection =
  | { type: 'front' | 'back'; id: string; title: string; blocks: PdfBlock[] }
  | { type: 'part'; id: string; label: string | null; title: string; english: string | null }
  | PdfChapter
  | { type: 'glossary'; terms: { term: string; other: string; text: string; english: string | null }[] };

/** A line of the printed contents: 0 a part, 1 a chapter, 2 a rule. */
interface PdfContentsLine {
  level: 0 | 1 | 2;
  id: string;
  label: string | null;
  title: string;
}

/** What `book.typ` reads: every word of the PDF, as strings. */
export interface PdfBook {
  title: string;
  /** The title in the other language. */
  titleOther: string | null;
  subtitle: string | null;
  authors: string[];
  description: string;
  lang: string;
  region: string;
  script: string;
  /** Whether English is set beneath the Chinese. */
  both: boolean;
  paper: Paper;
  palette: Palette & { slips: string };
  cover: boolean;
  /** Whether the title is set upright on its label: Han characters, and few enough of them. */
  upright: boolean;
  words: Record<
    'contents' | 'printed' | 'code' | 'missing' | 'glossary' | 'picture' | 'and' | 'seal',
    string
  >;
  contents: PdfContentsLine[];
  sections: PdfSection[];
  /** Pictures of the text: the paths that blocks name, and the files that hold them. */
  pictures: { path: string; file: string }[];
}

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

/** How deep chapters are: below parts, if there are any. */
const chapterDepth = ({ chapters }: Edition): number =>
  chapters.some(({ data }) => data.part !== undefined) ? 2 : 1;

/** Chapters in reading order, each part's title before its first. */
function chapterSections(setting: Setting): PdfSection[] {
  const { edition, lang } = setting;
  const depth = chapterDepth(edition);
  let open = 0;
  return edition.chapters.flatMap((chapter) => {
    const { part } = chapter.data;
    const made = chapterSection(setting, chapter, depth);
    if (part === undefined || part.number === open) return [made];
    open = part.number;
    const { name, title } = partName(part);
    const page: PdfSection = {
      type: 'part',
      id: `part-${String(part.number)}`,
      label: lang === 'en' ? ((name && inLanguage(name, lang)) ?? null) : (part.label ?? null),
      title: inLanguage(lang === 'en' ? title : part.title, lang),
      english: subtitleOf(setting, part.title),
    };
    return [page, made];
  });
}

function chapterSection(setting: Setting, { data, body }: EntryFile<Chapter>, depth: number): PdfChapter {
  const { edition, lang, variant } = setting;
  const label =
    lang === 'en' ? inLanguage(chapterName(data), lang) : (data.label ?? words.zh.chapter(data.number));
  const title = inLanguage(data.title, lang);
  const rules = edition.rules.filter((rule) => rule.data.chapter === data.id);
  const { epigraph } = data;
  return {
    type: 'chapter',
    id: `chapter-${data.id}`,
    depth,
    label,
    title,
    english: subtitleOf(setting, data.title),
    head: `${label}${words[lang].divider}${title}`,
    page: data.page,
    epigraph:
      epigraph === undefined
        ? null
        : {
            text: inLanguage(epigraph.text, lang),
            english: variant === 'both' ? (epigraph.text.en ?? null) : null,
            by: epigraph.by === undefined ? null : inLanguage(epigraph.by, lang),
          },
    blocks: entryBlocks(setting, { name: data.permalink, body }, depth + 1),
    rules: rules.map((rule, index) => ruleSection(setting, rule, depth + 1, index === 0)),
    ...linked(setting, data.permalink),
  };
}

function ruleSection(
  setting: Setting,
  { data, body }: EntryFile<Rule>,
  depth: number,
  first: boolean,
): PdfRule {
  const { lang } = setting;
  return {
    id: `rule-${data.id}`,
    depth,
    first,
    label: lang === 'en' ? inLanguage(ruleMark(data), lang) : (data.label ?? data.number),
    title: inLanguage(data.title, lang),
    english: subtitleOf(setting, data.title),
    page: data.page,
    missing: data.status === 'missing',
    blocks: entryBlocks(setting, { name: data.permalink, body }, depth + 1),
    ...linked(setting, data.permalink),
  };
}

function linked({ root, lang }: Setting, code: string): { address: string; qr: string } {
  const address = permanentAddress(root, code, lang);
  return { address, qr: qrSvg(address) };
}

function contentsOf(sections: readonly PdfSection[]): PdfContentsLine[] {
  return sections.flatMap((section): PdfContentsLine[] => {
    if (section.type === 'part')
      return [{ level: 0, id: section.id, label: section.label, title: section.title }];
    if (section.type === 'back') return [{ level: 1, id: section.id, label: null, title: section.title }];
    if (section.type !== 'chapter') return [];
    const { id, label, title, rules } = section;
    return [
      { level: 1, id, label, title },
      ...rules.map((rule) => ({ level: 2 as const, id: rule.id, label: rule.label, title: rule.title })),
    ];
  });
}
