import { markOf } from '../../edition/mark.ts';
import { readBody, type BodyBlock } from '../../edition/body.ts';
import type { EntryFile } from '../../edition/frontmatter.ts';
import type { Edition } from '../../edition/read-edition.ts';
import type { Case } from '../../schemas/case.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Term } from '../../schemas/glossary.ts';
import type { Localized } from '../../schemas/localized.ts';
import type { Rule } from '../../schemas/rule.ts';
import { light, sepia, type Palette } from '../../styles/palette.ts';
import { permanentAddress, type SiteRoot } from '../../lib/addresses.ts';
import { qrSvg } from '../qr.ts';
import { caseLabel } from '../slides/compose.ts';
import { words } from '../words.ts';

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

type PdfBlock =
  | { type: 'paragraph'; text: string }
  | { type: 'labelled'; label: string; items: string[]; checks: boolean }
  | { type: 'case'; case: PdfCase }
  | Exclude<BodyBlock, { type: 'case' | 'labelled' | 'heading' }>
  | { type: 'heading'; depth: number; text: string };

interface PdfCase {
  id: string;
  depth: number;
  kind: string;
  title: string;
  english: string | null;
  blocks: PdfBlock[];
}

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
  /** What the running head says. */
  head: string;
  page: number | null;
  epigraph: { text: string; by: string | null } | null;
  blocks: PdfBlock[];
  rules: PdfRule[];
  address: string | null;
  qr: string | null;
}

type PdfSection =
  | { type: 'front'; id: string; title: string; blocks: PdfBlock[] }
  | { type: 'part'; id: string; label: string | null; title: string; english: string | null }
  | PdfChapter
  | { type: 'glossary'; terms: { term: string; en: string; zh: string }[] };

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
  titleEnglish: string | null;
  subtitle: string | null;
  authors: string[];
  description: string;
  lang: string;
  region: string;
  script: string;
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
}

const t = words.zh;
const longestUpright = 14;

/** Lay out a whole edition for the press: cover, contents, front matter, chapters, glossary. */
export function pdfBook(
  edition: Edition,
  root: SiteRoot,
  paper: Paper,
  terms: readonly Term[] = [],
): PdfBook {
  const chapters = chapterSections(edition, root);
  const front = edition.front.map(({ data, body }, index): PdfSection => ({
    type: 'front',
    id: `front-${index + 1}`,
    title: data.heading ?? t.front,
    blocks: toBlocks(readBody(body), edition, 2),
  }));
  const glossary: PdfSection[] =
    terms.length === 0
      ? []
      : [{ type: 'glossary', terms: terms.map(({ term, en, zh }) => ({ term, en, zh })) }];
  return {
    ...frame(edition, paper),
    cover: true,
    contents: [
      ...contentsOf(chapters),
      ...(terms.length === 0 ? [] : [{ level: 1 as const, id: 'glossary', label: null, title: t.glossary }]),
    ],
    sections: [...front, ...chapters, ...glossary],
  };
}

/** One chapter by itself, without cover and contents. */
export function pdfChapter(edition: Edition, id: string, root: SiteRoot, paper: Paper): PdfBook {
  const sections = chapterSections(edition, root).filter(
    (section) => section.type === 'chapter' && section.id === `chapter-${id}`,
  );
  return { ...frame(edition, paper), cover: false, contents: [], sections };
}

const inChinese = (text: Localized | undefined): string | null => text?.zh ?? null;

function frame({ names }: Edition, paper: Paper): Omit<PdfBook, 'cover' | 'contents' | 'sections'> {
  const title = names.title.zh;
  const traditional = names.language === 'zh-Hant';
  return {
    title,
    titleEnglish: names.title.en ?? null,
    subtitle: inChinese(names.subtitle),
    authors: names.authors.map(({ zh }) => zh),
    description: names.description.zh,
    lang: 'zh',
    region: traditional ? 'tw' : 'cn',
    script: traditional ? 'hant' : 'hans',
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
      and: '　',
      seal: markOf(title),
    },
  };
}

/** Chapters in reading order, each part's title before its first. */
function chapterSections(edition: Edition, root: SiteRoot): PdfSection[] {
  const parts = edition.chapters.some(({ data }) => data.part !== undefined);
  const depth = parts ? 2 : 1;
  let open = 0;
  return edition.chapters.flatMap((chapter) => {
    const { part } = chapter.data;
    const made = chapterSection(edition, chapter, root, depth);
    if (part === undefined || part.number === open) return [made];
    open = part.number;
    const title: PdfSection = {
      type: 'part',
      id: `part-${part.number}`,
      label: part.label ?? null,
      title: part.title.zh,
      english: part.title.en ?? null,
    };
    return [title, made];
  });
}

function chapterSection(
  edition: Edition,
  { data, body }: EntryFile<Chapter>,
  root: SiteRoot,
  depth: number,
): PdfChapter {
  const label = data.label ?? t.chapter(data.number);
  const rules = edition.rules.filter((rule) => rule.data.chapter === data.id);
  return {
    type: 'chapter',
    id: `chapter-${data.id}`,
    depth,
    label,
    title: data.title.zh,
    english: data.title.en ?? null,
    head: `${label}${t.divider}${data.title.zh}`,
    page: data.page,
    epigraph:
      data.epigraph === undefined ? null : { text: data.epigraph.text.zh, by: data.epigraph.by?.zh ?? null },
    blocks: toBlocks(readBody(body), edition, depth + 1),
    rules: rules.map((rule, index) => ruleSection(edition, rule, root, depth + 1, index === 0)),
    ...linked(root, data.permalink),
  };
}

function ruleSection(
  edition: Edition,
  { data, body }: EntryFile<Rule>,
  root: SiteRoot,
  depth: number,
  first: boolean,
): PdfRule {
  return {
    id: `rule-${data.id}`,
    depth,
    first,
    label: data.label ?? data.number,
    title: data.title.zh,
    english: data.title.en ?? null,
    page: data.page,
    missing: data.status === 'missing',
    blocks: toBlocks(readBody(body), edition, depth + 1),
    ...linked(root, data.permalink),
  };
}

function linked(root: SiteRoot, code: string): { address: string; qr: string } {
  const address = permanentAddress(root, code);
  return { address, qr: qrSvg(address) };
}

function toBlocks(body: readonly BodyBlock[], edition: Edition, depth: number): PdfBlock[] {
  return body.flatMap((block): PdfBlock[] => {
    if (block.type === 'case') {
      const told = edition.cases.find(({ data }) => data.id === block.id);
      return told === undefined ? [] : [{ type: 'case', case: caseBlock(told, edition, depth) }];
    }
    if (block.type === 'labelled') return [{ ...block, checks: block.label === t.checks }];
    if (block.type === 'heading') return [{ ...block, depth }];
    // Not set as such yet: a table's rows are lines, and pictures are left out.
    if (block.type === 'table')
      return block.rows.map((cells) => ({ type: 'paragraph', text: cells.join('　') }));
    if (block.type === 'note') return [{ type: 'paragraph', text: block.text }];
    if (block.type === 'picture') return [];
    return [block];
  });
}

function caseBlock({ data, body }: EntryFile<Case>, edition: Edition, depth: number): PdfCase {
  return {
    id: `case-${data.id}`,
    depth,
    kind: caseLabel(data, 'zh'),
    title: data.title.zh,
    english: data.title.en ?? null,
    blocks: toBlocks(readBody(body), edition, depth + 1),
  };
}

function contentsOf(sections: readonly PdfSection[]): PdfContentsLine[] {
  return sections.flatMap((section): PdfContentsLine[] => {
    if (section.type === 'part')
      return [{ level: 0, id: section.id, label: section.label, title: section.title }];
    if (section.type !== 'chapter') return [];
    const { id, label, title, rules } = section;
    return [
      { level: 1, id, label, title },
      ...rules.map((rule) => ({ level: 2 as const, id: rule.id, label: rule.label, title: rule.title })),
    ];
  });
}
