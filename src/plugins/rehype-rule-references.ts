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
}

// A mention after a closing 》 is of another book's chapter.
const mention = /(?<![》”])(?:第\s?([\d一二三四五六七八九十百零]{1,5})\s?章|法则\s?(\d{1,3}[.．]\d{1,3}))/gu;

/** Turn “第3章”, “第二十一章” and “法则1.2” in running text into links, where that chapter or rule exists. */
export function rehypeRuleReferences({ chapters, rules, root = '../../' }: RuleReferencesOptions) {
  const addresses = new Map<string, string>();
  for (const id of chapters) {
    for (const spelling of [String(Number(id)), toHan(Number(id))]) {
      addresses.set(`第${spelling}章`, `${root}chapters/${id}/`);
    }
  }
  for (const id of rules) {
    addresses.set(`法则${id.split('-').map(Number).join('.')}`, `${root}rules/${id}/`);
  }
  return (tree: Root): void => {
    replaceRunningText(tree, (text) => {
      const nodes: ElementContent[] = [];
      let end = 0;
      for (const match of text.matchAll(mention)) {
        const href = addresses.get(match[0].replace(/\s/g, '').replace('．', '.'));
        if (href === undefined) continue;
        nodes.push({ type: 'text', value: text.slice(end, match.index) }, h('a', { href }, match[0]));
        end = match.index + match[0].length;
      }
      return end === 0 ? undefined : [...nodes, { type: 'text', value: text.slice(end) }];
    });
  };
}
