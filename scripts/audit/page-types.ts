/** A page of each type, as a path in Chinese; the English one is under `/en`. */
export const pageTypes: Record<string, string> = {
  home: '/',
  chapter: '/chapters/01/',
  rule: '/rules/01-01/',
  case: '/cases/01-01-1/',
  cases: '/cases/',
  search: '/search/',
  keywords: '/keywords/',
  glossary: '/glossary/',
  bookmarks: '/bookmarks/',
  trainers: '/trainers/',
  downloads: '/downloads/',
  editors: '/editors/',
  report: '/report/',
  about: '/about/',
  licenses: '/licenses/',
  notFound: '/404.html',
  embed: '/embed/rules/01-01/',
};

/** The types that Lighthouse grades; the others are the same components over other text. */
export const gradedTypes = ['home', 'chapter', 'rule', 'case', 'cases', 'search'] as const;

/** Themes a reader can choose. */
export const themes = ['light', 'sepia', 'dark'] as const;

/** Widths in CSS pixels: the narrowest phone that WCAG's reflow asks for, a tablet, a desktop. */
export const widths = [320, 768, 1440] as const;
