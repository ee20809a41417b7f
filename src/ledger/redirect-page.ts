import type { BookLanguage } from '../schemas/book.ts';
import { escapeHtml } from '../lib/html/escape.ts';
import { contentPolicy } from '../policy/content-policy.ts';
import { inlineScript } from '../policy/inline-scripts.ts';

export interface RedirectOptions {
  /** Path that the page leads to, with the base: `/rules/01-02/`. */
  target: string;
  /** The same with the site's origin. */
  canonical: string;
  /** What is to be found there. */
  title: string;
  /** Language of the title. */
  lang: BookLanguage | 'en';
}

/**
 * A page that leads on at once, with and without JavaScript. The script, which is the same on every such page, keeps the
 * paragraph that a link names; what the page shows appears only where a browser does neither.
 */
export function redirectPage({ target, canonical, title, lang }: RedirectOptions): string {
  const path = escapeHtml(target);
  return `<!doctype html><html lang="${lang}" data-to="${path}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${contentPolicy('redirect')}"><script>${inlineScript('lead-on')}</script><meta http-equiv="refresh" content="0;url=${path}"><link rel="canonical" href="${escapeHtml(canonical)}"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>:root{color-scheme:light dark}main{animation:a 0s 1s both}@keyframes a{from{opacity:0}}</style></head><body><main><a href="${path}">${escapeHtml(title)}</a></main></body></html>\n`;
}
