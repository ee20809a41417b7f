import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { toHan } from '../lib/han-number.ts';
import { replaceRunningText } from './running-text.ts';

export interface RuleReferencesOptions {
  /** Ids of the chapters that have a page. */
  chapters: readonly string[];
  /** Ids of the rules that have a page. */
  rules: readonly string[];
  /** Path to the site's root from a page of an entry; relative, so that either language stays in its own pages. Default: `'../../'`. */
  root?: string | undefined;
  /** Language whose way of naming chapters and rules counts. Default: `'zh'`. */
  language?: 'zh' | 'en' | undefined;
}

// A mention after a closing 》 is of another book's chapter.
const mention = /(?<![》”])(?:第\s?([\d一二三四五六七八九十百零]{1,5})\s?章|法则\s?(\d{1,3}[.．]\d{1,3}))/gu;

// “Its chapter 3” may be another book's, but English tells by the title that stands next to it.
const englishMention = /\b(?:chapter\s\d{1,3}|rule\s\d{1,3}\.\d{1,3})(?!\d|\.\d)(?! of [“‘A-Z])/giu;

/**
 * Turn “第3章”, “第二十一章” and “法则1.2” in running text into links, where that chapter or rule exists; in English
 * “chapter 3” and “rule 1.2”.
 */
export function rehypeRuleReferences({
  chapters,
  rules,
  root = '../../',
  language = 'zh',
}: RuleReferencesOptions) {
  const addresses = new Map<string, string>();
  for (const id of chapters) {
    addresses.set(`chapter${String(Number(id))}`, `${root}chapters/${id}/`);
    for (const spelling of [String(Number(id)), toHan(Number(id))]) {
      addresses.set(`第${spelling}章`, `${root}chapters/${id}/`);
    }
  }
  for (const id of rules) {
    const number = id.split('-').map(Number).join('.');
    addresses.set(`法则${number}`, `${root}rules/${id}/`);
    addresses.set(`rule${number}`, `${root}rules/${id}/`);
  }
  return (tree: Root): void => {
    replaceRunningText(tree, (text) => {
      const nodes: ElementContent[] = [];
      let end = 0;
      for (const match of text.matchAll(language === 'en' ? englishMention : mention)) {
        const href = addresses.get(match[0].replace(/\s/g, '').replace('．', '.').toLowerCase());
        if (href === undefined) continue;
        nodes.push({ type: 'text', value: text.slice(end, match.index) }, h('a', { href }, match[0]));
        end = match.index + match[0].length;
      }
      return end === 0 ? undefined : [...nodes, { type: 'text', value: text.slice(end) }];
    });
  };
}
