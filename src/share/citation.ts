import type { Localized } from '../schemas/localized.ts';
import { site } from '../site.config.ts';
import type { Language } from '../lib/addresses.ts';
import { inLanguage } from '../lib/in-language.ts';

/** What a citation names. */
export interface Cited {
  title: Localized;
  chapter: number;
  /** Of the rule, or of the rule that a case belongs to; absent for a chapter. */
  rule?: string | undefined;
  /** Printed page. */
  page: number | null;
  /** Permanent address. */
  url: string;
}

/** In a citation, the day it is made, as `2026-11-23` and as `November 23, 2026`. */
export const dateMarks = { iso: '{iso}', long: '{long}' } as const;

/** 《书名》第1章 法则1.2，第4页：题名。网址 */
export function citePlain({ title, chapter, rule, page, url }: Cited, lang: Language): string {
  const name = inLanguage(title, lang);
  if (lang === 'en') {
    const place = [
      `ch. ${String(chapter)}`,
      ...(rule === undefined ? [] : [`rule ${rule}`]),
      ...(page === null ? [] : [`p. ${String(page)}`]),
    ];
    return `“${name}”, ${site.title.en}, ${place.join(', ')}. ${url}`;
  }
  const place = `第${String(chapter)}章${rule === undefined ? '' : ` 法则${rule}`}${page === null ? '' : `，第${String(page)}页`}`;
  return `${site.tagline.zh}${place}：${name}。${url}`;
}

/** GB/T 7714—2015: a contribution to an electronic publication, cited from the web. */
export function citeGbt({ title, chapter, rule, page, url }: Cited): string {
  const place = `第${String(chapter)}章${rule === undefined ? '' : ` 法则${rule}`}`;
  return `${title.zh}[EB/OL]//${site.tagline.zh}：${place}${page === null ? '' : `：${String(page)}`}. [${dateMarks.iso}]. ${url}.`;
}

/** APA, 7th edition: a chapter of an edition without a named author or date, retrieved from the web. */
export function citeApa({ title, chapter, rule, page, url }: Cited): string {
  const name = title.en ?? title.zh;
  const place = [
    `Chapter ${String(chapter)}`,
    ...(rule === undefined ? [] : [`Rule ${rule}`]),
    ...(page === null ? [] : [`p. ${String(page)}`]),
  ];
  return `${name}. (n.d.). In ${site.title.en} (${place.join(', ')}). Retrieved ${dateMarks.long}, from ${url}`;
}
