import type { Language } from '../i18n/languages.ts';
import { htmlLang } from '../i18n/languages.ts';
import { link } from '../i18n/links.ts';
import type { Case } from '../schemas/case.ts';
import type { Localized } from '../schemas/localized.ts';
import { site } from '../site.config.ts';
import type { ChapterSummary, RuleSummary } from './book.ts';

type Node = Record<string, unknown>;

const absolute = (lang: Language, path = '') => new URL(link(lang, path), import.meta.env.SITE).href;
const inLanguage = (text: Localized, lang: Language) => text[lang] ?? text.zh;

const bookNode = (lang: Language): Node => ({
  '@type': 'Book',
  '@id': `${absolute('zh')}#book`,
  name: site.title[lang],
  alternateName: site.tagline[lang],
  description: site.description[lang],
  inLanguage: [htmlLang.zh, htmlLang.en],
  url: absolute(lang),
  about: {
    '@type': 'Book',
    name: site.basedOn.title,
    author: site.basedOn.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: site.basedOn.publisher },
    datePublished: String(site.basedOn.year),
    isbn: site.basedOn.isbn,
  },
});

/** A trail of `[name, path]` below the first page. */
const trail = (lang: Language, steps: [string, string][]): Node => ({
  '@type': 'BreadcrumbList',
  itemListElement: [[site.title[lang], ''] as const, ...steps].map(([name, path], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: absolute(lang, path),
  })),
});

/** Structured data of the first page. */
export const homeJsonLd = (lang: Language): Node[] => [bookNode(lang)];

/** Structured data of a chapter's page. */
export const chapterJsonLd = (chapter: ChapterSummary, lang: Language): Node[] => [
  {
    '@type': 'Chapter',
    name: inLanguage(chapter.title, lang),
    position: chapter.number,
    url: absolute(lang, `chapters/${chapter.id}/`),
    isPartOf: { '@type': 'Book', '@id': `${absolute('zh')}#book`, name: site.title[lang] },
    hasPart: chapter.rules.map((rule) => ({
      '@type': 'Chapter',
      name: inLanguage(rule.title, lang),
      url: absolute(lang, `rules/${rule.id}/`),
    })),
  },
  trail(lang, [[inLanguage(chapter.title, lang), `chapters/${chapter.id}/`]]),
];

/** Structured data of a rule's page. */
export const ruleJsonLd = (rule: RuleSummary, chapter: ChapterSummary, lang: Language): Node[] => [
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
  trail(lang, [
    [inLanguage(chapter.title, lang), `chapters/${chapter.id}/`],
    [inLanguage(rule.title, lang), `rules/${rule.id}/`],
  ]),
];

/** Structured data of a case's page. */
export const caseJsonLd = (
  entry: Case,
  teller: { kind: 'chapter' | 'rule'; id: string; title: Localized },
  lang: Language,
): Node[] => [
  {
    '@type': 'Article',
    headline: inLanguage(entry.title, lang),
    inLanguage: htmlLang.zh,
    url: absolute(lang, `cases/${entry.id}/`),
    ...(entry.summary ? { abstract: inLanguage(entry.summary, lang) } : {}),
    isPartOf: {
      '@type': 'Chapter',
      name: inLanguage(teller.title, lang),
      url: absolute(lang, `${teller.kind}s/${teller.id}/`),
    },
  },
  trail(lang, [
    [inLanguage(teller.title, lang), `${teller.kind}s/${teller.id}/`],
    [inLanguage(entry.title, lang), `cases/${entry.id}/`],
  ]),
];
