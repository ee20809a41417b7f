import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { isBackMatter } from '../../edition/front-and-back.ts';
import type { EntryFile } from '../../edition/frontmatter.ts';
import { frontName, type Edition } from '../../edition/read-edition.ts';
import { permanentAddress, type Language, type SiteRoot } from '../../lib/addresses.ts';
import { inLanguage, inOther } from '../../lib/in-language.ts';
import { chapterMark, partName, ruleMark } from '../../lib/printed-names.ts';
import { termId } from '../../lib/term-id.ts';
import type { Case } from '../../schemas/case.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Term } from '../../schemas/glossary.ts';
import type { Localized } from '../../schemas/localized.ts';
import type { Rule } from '../../schemas/rule.ts';
import { caseLabel } from '../slides/compose.ts';
import type { Variant } from '../variant.ts';
import { words } from '../words.ts';
import { entryTexts, type EntryTexts } from './entry-text.ts';
import { epubText, picturesIn, toXhtml, type EpubTextOptions } from './epub-text.ts';

/** A place of the book that a list leads to. */
export interface Place {
  id: string;
  title: string;
}

/** A file of the book. */
export interface Section {
  /** Unique in the book; an XML name. */
  id: string;
  kind: 'front' | 'chapter' | 'back' | 'glossary';
  title: string;
  /** The part that begins with it. */
  part: string | undefined;
  /** Content of `body`. */
  xhtml: string;
  /** Rules in it, for the table of contents. */
  places: Place[];
  /** Where pages of the printed book begin, with their numbers as titles. */
  pages: Place[];
  /** Names of the pictures in it. */
  pictures: string[];
}

/** What all sections are made with. */
interface Making {
  edition: Edition;
  root: SiteRoot;
  variant: Variant;
  lang: Language;
  texts: EntryTexts;
  options: Pick<EpubTextOptions, 'chapters' | 'rules'>;
  /** Printed pages that are marked already: two rules may begin on one. */
  marked: Set<number>;
}

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

/** The language of a text that has no English, in an English book. */
const foreign = ({ edition, lang }: Making, title: Localized) =>
  lang === 'en' && title.en === undefined ? inTongue(edition.names.language) : {};
const inTongue = (tongue: string) => ({ lang: tongue, 'xml:lang': tongue });

/** The other language's title, beneath one in Chinese. */
const subtitle = ({ lang }: Making, title: Localized): Element[] => {
  const other = lang === 'zh' ? inOther(title, 'zh') : undefined;
  return other === undefined ? [] : [h('p', { className: ['english'], ...inTongue('en') }, other)];
};

const named = ({ variant, lang }: Making, text: Localized): string =>
  variant === 'both' && text.en !== undefined && text.en !== text.zh
    ? `${text.zh} ${text.en}`
    : inLanguage(text, lang);

const numbered = ({ lang }: Making, mark: Localized | undefined): ElementContent[] =>
  mark === undefined
    ? []
    : [h('span', { className: ['number'] }, inLanguage(mark, lang)), { type: 'text', value: ' ' }];

function address({ root, lang }: Making, code: string): Element {
  const to = permanentAddress(root, code, lang);
  return h('p', { className: ['address'] }, h('a', { href: to }, to));
}

/** The mark of a printed page, for the list of pages; none if the page is unknown or already marked. */
function pageMark({ marked }: Making, number: number | null): { mark: Element[]; pages: Place[] } {
  if (number === null || marked.has(number)) return { mark: [], pages: [] };
  marked.add(number);
  const place = { id: `page-${String(number)}`, title: String(number) };
  const properties = { id: place.id, role: 'doc-pagebreak', ariaLabel: `${place.title}. ` };
  const mark = h('span', properties);
  mark.properties['epub:type'] = 'pagebreak';
  return { mark: [mark], pages: [place] };
}

function finished(section: Omit<Section, 'xhtml' | 'pictures'>, nodes: ElementContent[]): Section {
  return { ...section, xhtml: toXhtml(nodes), pictures: picturesIn(nodes) };
}

/** A section of the front or back matter. */
function outsideSection(making: Making, index: number): Section {
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

/** Name and title of the part that begins with a chapter. */
function partOf({ edition, lang }: Making, { id, part }: Chapter): string | undefined {
  const first = edition.chapters.find(({ data }) => data.part?.number === part?.number)?.data.id;
  if (part === undefined || first !== id) return undefined;
  const { name, title } = partName(part);
  return [name, title]
    .flatMap((text) => (text === undefined ? [] : [inLanguage(text, lang)]))
    .join(words[lang].divider);
}

function epigraphOf({ lang, variant }: Making, { epigraph }: Chapter): Element[] {
  if (epigraph === undefined) return [];
  const { text, by } = epigraph;
  const other = variant === 'both' ? inOther(text, 'zh') : undefined;
  return [
    h('blockquote', [
      h('p', inLanguage(text, lang)),
      ...(other === undefined ? [] : [h('p', { className: ['english'], ...inTongue('en') }, other)]),
      ...(by === undefined ? [] : [h('p', { className: ['by'] }, inLanguage(by, lang))]),
    ]),
  ];
}

function chapterSection(making: Making, { data, body }: EntryFile<Chapter>): Section {
  const { edition, lang, variant, texts, options } = making;
  const rules = edition.rules.filter((rule) => rule.data.chapter === data.id);
  const part = partOf(making, data);
  const mark = chapterMark(data);
  const page = pageMark(making, data.page);
  const text = epubText(texts({ name: data.permalink, body, data }, variant), {
    ...options,
    prefix: `c${data.id}`,
    deeper: 0,
    renderCase: (id) => toldCase(making, id),
  });
  const made = rules.map((rule) => ruleSection(making, rule));
  return finished(
    {
      id: `chapter-${data.id}`,
      kind: 'chapter',
      title: [...(mark === undefined ? [] : [inLanguage(mark, lang)]), named(making, data.title)].join(
        words[lang].divider,
      ),
      part,
      places: rules.map((rule) => ({
        id: `rule-${rule.data.id}`,
        title: `${inLanguage(ruleMark(rule.data), lang)} ${named(making, rule.data.title)}`,
      })),
      pages: [...page.pages, ...made.flatMap(({ pages }) => pages)],
    },
    [
      ...(part === undefined ? [] : [h('p', { className: ['part'] }, part)]),
      ...page.mark,
      h('h1', foreign(making, data.title), [
        ...numbered(making, mark),
        { type: 'text', value: inLanguage(data.title, lang) },
      ]),
      ...subtitle(making, data.title),
      ...epigraphOf(making, data),
      ...text,
      ...made.map(({ element }) => element),
    ],
  );
}

function ruleSection(making: Making, { data, body }: EntryFile<Rule>): { element: Element; pages: Place[] } {
  const { lang, variant, texts, options } = making;
  const { mark, pages } = pageMark(making, data.page);
  const text =
    data.status === 'missing'
      ? [h('p', { className: ['label'] }, words[lang].missing)]
      : epubText(texts({ name: data.permalink, body, data }, variant), {
          ...options,
          prefix: `r${data.id}`,
          deeper: 1,
          renderCase: (id) => toldCase(making, id),
        });
  const element = h('section', { id: `rule-${data.id}` }, [
    ...mark,
    h('h2', foreign(making, data.title), [
      ...numbered(making, ruleMark(data)),
      { type: 'text', value: inLanguage(data.title, lang) },
    ]),
    ...subtitle(making, data.title),
    ...text,
    address(making, data.permalink),
  ]);
  return { element, pages };
}

/** A case where its text places it. */
function toldCase(making: Making, id: string): Element[] {
  const { edition, lang, variant, texts, options } = making;
  const entry: EntryFile<Case> | undefined = edition.cases.find(({ data }) => data.id === id);
  if (entry === undefined) return [];
  const { data, body } = entry;
  return [
    h('section', { className: ['case'], id: `case-${data.id}` }, [
      h('p', { className: ['label'] }, caseLabel(data, lang)),
      h('h3', foreign(making, data.title), inLanguage(data.title, lang)),
      ...(variant === 'both' ? subtitle(making, data.title) : []),
      ...epubText(texts({ name: data.permalink, body, data }, variant), {
        ...options,
        prefix: `s${data.id}`,
        deeper: 2,
        renderCase: () => [],
      }),
    ]),
  ];
}

function glossarySection(making: Making, terms: readonly Term[]): Section {
  const { lang, variant } = making;
  const title = { zh: words.zh.glossary, en: words.en.glossary };
  const entries = terms.flatMap(({ term, en, zh, gloss }) => {
    const other = h(
      'span',
      inTongue(lang === 'zh' ? 'en' : making.edition.names.language),
      lang === 'zh' ? en : term,
    );
    return [
      h('dt', { id: termId(en) }, [h('dfn', lang === 'zh' ? term : en), { type: 'text', value: ' ' }, other]),
      h('dd', [
        h('p', lang === 'zh' ? zh : gloss),
        ...(variant === 'both' ? [h('p', { className: ['english'], ...inTongue('en') }, gloss)] : []),
      ]),
    ];
  });
  const list = h('dl', entries);
  list.properties['epub:type'] = 'glossary';
  return finished(
    {
      id: 'glossary',
      kind: 'glossary',
      title: named(making, title),
      part: undefined,
      places: [],
      pages: [],
    },
    [h('h1', inLanguage(title, lang)), list],
  );
}
