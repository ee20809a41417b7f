import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { toHan } from '../lib/han-number.ts';
import { replaceRunningText } from './running-text.ts';

/** An entry that has a page, and the number that texts know it by: `3` or `1.2`. */
export interface Numbered {
  id: string;
  number: string | number;
}

export interface RuleReferencesOptions {
  /** Chapters by their printed numbers. A number that several have, since each part counts anew, leads nowhere. */
  chapters: readonly Numbered[];
  rules: readonly Numbered[];
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
  for (const { id, number } of oneOfEach(chapters))
    for (const spelling of [`chapter${number}`, `第${number}章`, `第${toHan(Number(number))}章`])
      addresses.set(spelling, `${root}chapters/${id}/`);
  for (const { id, number } of oneOfEach(rules))
    for (const spelling of [`法则${number}`, `rule${number}`]) addresses.set(spelling, `${root}rules/${id}/`);
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

/** Entries whose number no other one has. */
function oneOfEach(entries: readonly Numbered[]): Numbered[] {
  return [...Map.groupBy(entries, ({ number }) => String(number)).values()].flatMap((same) =>
    same.length === 1 ? same : [],
  );
}
