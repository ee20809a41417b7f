import type { Language } from '../../i18n/languages.ts';
import { htmlLang } from '../../i18n/languages.ts';
import { link } from '../../i18n/links.ts';
import type { BookFile } from '../../schemas/book.ts';
import type { Case } from '../../schemas/case.ts';
import type { Localized } from '../../schemas/localized.ts';
import { inLanguage } from '../../lib/language/in-language.ts';
import { getNames } from '../names.ts';
import type { ChapterSummary, RuleSummary } from '../book.ts';

type Node = Record<string, unknown>;

const absolute = (lang: Language, path = '') => new URL(link(lang, path), import.meta.env.SITE).href;

const person = (name: string) => ({ '@type': 'Person', name });
const bookReference = async (lang: Language): Promise<Node> => ({
  '@type': 'Book',
  '@id': `${absolute('zh')}#book`,
  name: (await getNames()).name[lang],
});

const bookNode = async (lang: Language): Promise<Node> => {
  const { subtitle, description, authors, publisher, year, isbn, basedOn } = await getNames();
  return {
    ...(await bookReference(lang)),
    ...(subtitle ? { alternateName: inLanguage(subtitle, lang) } : {}),
    description: description[lang],
    inLanguage: [htmlLang.zh, htmlLang.en],
    url: absolute(lang),
    ...(authors.length > 0 ? { author: authors.map((author) => person(inLanguage(author, lang))) } : {}),
    ...(publisher ? { publisher: { '@type': 'Organization', name: inLanguage(publisher, lang) } } : {}),
    ...(year === undefined ? {} : { datePublished: String(year) }),
    ...(isbn === undefined ? {} : { isbn }),
    ...(basedOn ? { about: otherBook(basedOn) } : {}),
  };
};

const otherBook = ({ title, authors, publisher, year, isbn }: NonNullable<BookFile['basedOn']>): Node => ({
  '@type': 'Book',
  name: title,
  author: authors.map(person),
  ...(publisher === undefined ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
  ...(year === undefined ? {} : { datePublished: String(year) }),
  ...(isbn === undefined ? {} : { isbn }),
});

/** A trail of `[name, path]` below the first page. */
const trail = async (lang: Language, steps: [string, string][]): Promise<Node> => ({
  '@type': 'BreadcrumbList',
  itemListElement: [[(await getNames()).name[lang], ''] as const, ...steps].map(([name, path], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: absolute(lang, path),
  })),
});

/** Structured data of the first page. */
export const homeJsonLd = async (lang: Language): Promise<Node[]> => [await bookNode(lang)];

/** Structured data of a chapter's page. */
export const chapterJsonLd = async (chapter: ChapterSummary, lang: Language): Promise<Node[]> => [
  {
    '@type': 'Chapter',
    name: inLanguage(chapter.title, lang),
    position: chapter.number,
    url: absolute(lang, `chapters/${chapter.id}/`),
    isPartOf: await bookReference(lang),
    hasPart: chapter.rules.map((rule) => ({
      '@type': 'Chapter',
      name: inLanguage(rule.title, lang),
      url: absolute(lang, `rules/${rule.id}/`),
    })),
  },
  await trail(lang, [[inLanguage(chapter.title, lang), `chapters/${chapter.id}/`]]),
];

/** Structured data of a rule's page. */
export const ruleJsonLd = async (
  rule: RuleSummary,
  chapter: ChapterSummary,
  lang: Language,
): Promise<Node[]> => [
  {
    '@type': 'Chapter',
    name: inLanguage(rule.title, lang),
    position: rule.number,
    url: absolute(lang, `rules/${rule.id}/`),
    ...(rule.page === null ? {} : { pageStart: rule.page }),
    ...(rule.summary ? { abstract: inLanguage(rule.summary, lang) } : {}),
    ...(rule.keywords ? { keywords: rule.keywords[lang] ?? rule.keywords.zh } : {}),
    isPartOf: {
      '@type': 'Chapter',
      name: inLanguage(chapter.title, lang),
      url: absolute(lang, `chapters/${chapter.id}/`),
    },
  },
  await trail(lang, [
    [inLanguage(chapter.title, lang), `chapters/${chapter.id}/`],
    [inLanguage(rule.title, lang), `rules/${rule.id}/`],
  ]),
];

/** Structured data of a case's page. */
export const caseJsonLd = async (
  entry: Case,
  parent: { kind: 'chapter' | 'rule'; id: string; title: Localized },
  lang: Language,
): Promise<Node[]> => [
  {
    '@type': 'Article',
    headline: inLanguage(entry.title, lang),
    inLanguage: htmlLang.zh,
    url: absolute(lang, `cases/${entry.id}/`),
    ...(entry.summary ? { abstract: inLanguage(entry.summary, lang) } : {}),
    isPartOf: {
      '@type': 'Chapter',
      name: inLanguage(parent.title, lang),
      url: absolute(lang, `${parent.kind}s/${parent.id}/`),
    },
  },
  await trail(lang, [
    [inLanguage(parent.title, lang), `${parent.kind}s/${parent.id}/`],
    [inLanguage(entry.title, lang), `cases/${entry.id}/`],
  ]),
];
