import { h } from 'hastscript';
import { inLanguage } from '../../lib/language/in-language.ts';
import { termId } from '../../lib/book/term-id.ts';
import type { Term } from '../../schemas/glossary.ts';
import { words } from '../words.ts';
import { finished, inTongue, named, type Making, type Section } from './section.ts';

/** The section that explains the terms, in their order. */
export function glossarySection(making: Making, terms: readonly Term[]): Section {
  const { lang, variant } = making;
  const title = { zh: words.zh.glossary, en: words.en.glossary };
  const entries = terms.flatMap(({ term, en, zh, gloss }) => {
    const other = h(
      'span',
      inTongue(lang === 'zh' ? 'en' : making.edition.names.language),
      lang === 'zh' ? en : term,
    );
    return [
      h('dt', { id: termId(en) }, [h('dfn', lang === 'zh' ? term : en), { type: 'text', value: ' ' }, other]),
      h('dd', [
        h('p', lang === 'zh' ? zh : gloss),
        ...(variant === 'both' ? [h('p', { className: ['english'], ...inTongue('en') }, gloss)] : []),
      ]),
    ];
  });
  const list = h('dl', entries);
  list.properties['epub:type'] = 'glossary';
  return finished(
    {
      id: 'glossary',
      kind: 'glossary',
      title: named(making, title),
      part: undefined,
      places: [],
      pages: [],
    },
    [h('h1', inLanguage(title, lang)), list],
  );
}
