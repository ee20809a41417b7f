import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { termId } from '../lib/term-id.ts';
import { replaceRunningText } from './running-text.ts';

export interface GlossaryTermsOptions {
  /** Terms with their English form, which gives the address, and other spellings. */
  terms: readonly { term: string; en: string; aliases?: string[] | undefined }[];
}

/** Marks that may not start a line, and marks that may not end one. */
const closing = /^[，。、；：！？”’）》」』…,.;:!?)]+/u;
const opening = /[“‘（《「『(]+$/u;

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * Turn the first mention of each glossary term into a button that opens its explanation, an element with the id
 * `term-<id>` that the page provides. Longer terms win over the shorter ones inside them.
 */
export function rehypeGlossaryTerms({ terms }: GlossaryTermsOptions) {
  const ids = new Map<string, string>();
  for (const { term, en, aliases = [] } of terms) {
    // An English alias would match inside other words; the text is Chinese.
    for (const spelling of [term, ...aliases])
      if (/\p{Script=Han}/u.test(spelling)) ids.set(spelling, termId(en));
  }
  const spellings = [...ids.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(spellings.map(escape).join('|'), 'gu');
  return (tree: Root): void => {
    if (spellings.length === 0) return;
    const seen = new Set<string>();
    replaceRunningText(tree, (text) => {
      const nodes: ElementContent[] = [];
      let end = 0;
      for (const match of text.matchAll(pattern)) {
        const id = ids.get(match[0]);
        if (id === undefined || seen.has(id)) continue;
        seen.add(id);
        const before = text.slice(end, match.index);
        const opened = opening.exec(before)?.[0] ?? '';
        const behind = match.index + match[0].length;
        const closed = closing.exec(text.slice(behind))?.[0] ?? '';
        const term = h(
          'button',
          { type: 'button', className: ['term'], popoverTarget: `term-${id}` },
          match[0],
        );
        // A line may break on either side of a button, whatever mark stands there.
        nodes.push(
          { type: 'text', value: before.slice(0, before.length - opened.length) },
          opened + closed === '' ? term : h('span', { className: ['unbroken'] }, opened, term, closed),
        );
        end = behind + closed.length;
      }
      return end === 0 ? undefined : [...nodes, { type: 'text', value: text.slice(end) }];
    });
  };
}
