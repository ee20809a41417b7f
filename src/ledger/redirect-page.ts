import { escapeHtml } from '../lib/html.ts';

export interface RedirectOptions {
  /** Path that the page leads to, with the base: `/rules/01-02/`. */
  target: string;
  /** The same with the site's origin. */
  canonical: string;
  /** What is to be found there. */
  title: string;
  /** Language of the title. */
  lang: 'zh-Hans' | 'en';
}

/**
 * A page that leads on at once, with and without JavaScript. The script keeps the paragraph that a link names; what
 * the page shows appears only where a browser does neither.
 */
export function redirectPage({ target, canonical, title, lang }: RedirectOptions): string {
  const path = escapeHtml(target);
  // Browsers take the text fragment out of `location.hash`; the navigation's own record still has it.
  const script = `var n=performance.getEntriesByType("navigation")[0],h=n&&n.name.split("#")[1];location.replace(${JSON.stringify(target).replaceAll('<', String.raw`\u003c`)}+(h?"#"+h:location.hash))`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><script>${script}</script><meta http-equiv="refresh" content="0;url=${path}"><link rel="canonical" href="${escapeHtml(canonical)}"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>:root{color-scheme:light dark}main{animation:a 0s 1s both}@keyframes a{from{opacity:0}}</style></head><body><main><a href="${path}">${escapeHtml(title)}</a></main></body></html>\n`;
}
