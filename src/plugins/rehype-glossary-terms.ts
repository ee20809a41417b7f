import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { termId } from '../lib/book/term-id.ts';
import {
  chineseSpellings,
  englishSpellings,
  shownAliases,
  spellingPattern,
  type Spelled,
} from '../lib/book/term-spellings.ts';
import { replaceRunningText } from './running-text.ts';

export interface GlossaryTermsOptions {
  /** Terms with their English form, which gives the address, and other spellings. */
  terms: readonly Spelled[];
  /** Language of the text, whose spellings are looked for. Default: `'zh'`. */
  language?: 'zh' | 'en' | undefined;
}

/**
 * Turn the first mention of each glossary term into a link to its explanation, an element with the id
 * `term-<id>` that the page provides. Unlike a button, a link is inline text: a search in the page and a link to
 * a passage work across it. Longer terms win over shorter ones inside them.
 */
export function rehypeGlossaryTerms({ terms, language = 'zh' }: GlossaryTermsOptions) {
  const ids = new Map<string, string>();
  for (const term of terms) {
    const marked = { ...term, aliases: shownAliases(term) };
    const own = language === 'zh' ? chineseSpellings(marked) : englishSpellings(marked);
    for (const spelling of own) ids.set(spelling, termId(term.en));
  }
  const pattern = spellingPattern([...ids.keys()], language);
  return (tree: Root): void => {
    if (ids.size === 0) return;
    const seen = new Set<string>();
    replaceRunningText(tree, (text) => {
      const nodes: ElementContent[] = [];
      let end = 0;
      for (const match of text.matchAll(pattern)) {
        const id = ids.get(language === 'zh' ? match[0] : match[0].toLowerCase());
        if (id === undefined || seen.has(id)) continue;
        seen.add(id);
        nodes.push(
          { type: 'text', value: text.slice(end, match.index) },
          h('a', { className: ['term'], href: `#term-${id}` }, match[0]),
        );
        end = match.index + match[0].length;
      }
      return end === 0 ? undefined : [...nodes, { type: 'text', value: text.slice(end) }];
    });
  };
}
