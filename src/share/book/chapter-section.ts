import type { Element } from 'hast';
import { h } from 'hastscript';
import type { EntryFile } from '../../edition/files/frontmatter.ts';
import { permanentAddress } from '../../lib/book/addresses.ts';
import { inLanguage, inOther } from '../../lib/language/in-language.ts';
import { chapterMark, partName, ruleMark } from '../../lib/book/printed-names.ts';
import type { Case } from '../../schemas/case.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Rule } from '../../schemas/rule.ts';
import { caseLabel } from '../slides/compose.ts';
import { words } from '../words.ts';
import { epubText } from './epub-text.ts';
import {
  finished,
  foreign,
  inTongue,
  named,
  numbered,
  subtitle,
  type Making,
  type Place,
  type Section,
} from './section.ts';

/** The permanent address of an entry, as a line below its text. */
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

/** The section of a chapter, with its rules and the cases told in them. */
export function chapterSection(making: Making, { data, body }: EntryFile<Chapter>): Section {
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
