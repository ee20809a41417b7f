import type { RecordType } from '../../search/format/records.ts';
import { htmlLang, type Language } from '../../i18n/languages.ts';
import { link } from '../../i18n/links.ts';
import { search } from '../../i18n/search.ts';
import { shelfTexts } from '../../i18n/shelf.ts';
import { escapeHtml } from '../../lib/html/escape.ts';

/** How a panel differs from the one on the search page. */
export interface SkeletonOptions {
  /** Name of the searchbox. */
  label?: string;
  /** The only type that is searched for. */
  type?: RecordType;
  /** Whether to show how to search. */
  hints?: boolean;
  /** Whether results are from several handbooks, one of which can be chosen. */
  books?: boolean;
}

/** Markup of a search panel, the same on the search page, in the dialog and on the case page. All of its texts are the site's own. */
export function panelSkeleton(
  lang: Language,
  { label = search[lang].title, type, hints: withHints = true, books = false }: SkeletonOptions = {},
): string {
  const t = search[lang];
  const chinese = (text: string) => (/\p{Script=Han}/u.test(text) ? ` lang="${htmlLang.zh}"` : '');
  // On a shelf, every handbook has a rule of that number.
  const fitting = books ? t.hints.filter(([typed = '']) => !/^\d/.test(typed)) : t.hints;
  const hints = fitting.map(
    ([typed = '', meaning = '']) =>
      `<dt${chinese(typed)}>${escapeHtml(typed)}</dt><dd>${escapeHtml(meaning)}</dd>`,
  );
  return `<search>
<form class="search-form" action="${link(lang, 'search/')}" method="get" autocomplete="off">
<input type="search" name="q" aria-label="${escapeHtml(label)}" placeholder="${escapeHtml(books ? shelfTexts[lang].placeholder : t.placeholder)}" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="200">
${type === undefined ? '' : `<input type="hidden" name="type" value="${type}">`}<button type="submit">${t.submit}</button>
</form>
</search>
${books ? '<div class="by-book" hidden></div>\n' : ''}<div class="types" role="group" aria-label="${t.narrow}" hidden></div>
<details class="narrow" hidden><summary>${t.narrow}</summary><div class="selects"></div></details>
<p role="status" data-search-state="idle" data-count="0"></p>
<ol data-search-results></ol>
<button type="button" class="more" data-search-more hidden></button>
<div class="start"><section class="recent" hidden><h2>${t.recent}</h2><ul></ul><button type="button" class="forget">${t.forget}</button></section>
<section class="hints"${withHints ? '' : ' hidden'}><h2>${t.help}</h2><dl>${hints.join('')}</dl></section></div>
<div class="nearest" hidden></div>`;
}
