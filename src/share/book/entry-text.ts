import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import rehypeSanitize from 'rehype-sanitize';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { placesOf, type Edition } from '../../edition/read-edition.ts';
import { englishBlockLabels } from '../../lib/language/block-labels.ts';
import { inEnglish } from '../../plugins/in-english.ts';
import { rehypeGlossaryTerms } from '../../plugins/rehype-glossary-terms.ts';
import { rehypeNeutralAddresses } from '../../plugins/rehype-neutral-addresses.ts';
import { rehypeParagraphIds } from '../../plugins/rehype-paragraph-ids.ts';
import { rehypeRuleReferences } from '../../plugins/rehype-rule-references.ts';
import { rehypeSections } from '../../plugins/rehype-sections.ts';
import { remarkText } from '../../plugins/remark-text.ts';
import { textSchema } from '../../plugins/text-schema.ts';
import type { Term } from '../../schemas/glossary.ts';
import type { Variant } from '../variant.ts';
import { words } from '../words.ts';
import { bothLanguages } from './both-languages.ts';

/** The fields of an entry that its text is read by. */
export interface Told {
  /** Its name among the English texts: a permanent code, `front/01`. */
  name: string;
  body: string;
  /** Its frontmatter: with it, numbers of the entry itself are recognised. */
  data?: object;
}

/** Gives an entry's text as its page has it, in the languages asked for. */
export type EntryTexts = (entry: Told, variant: Variant) => Root;

/** Read the texts of an edition as its site does, so that a book and the pages have the same words. */
export function entryTexts(edition: Edition, terms: readonly Term[]): EntryTexts {
  const { english, names } = edition;
  const references = {
    places: placesOf(edition),
    references: edition.references ?? [],
    titles: [names.title.zh],
  };
  const processor = unified()
    .use(remarkParse)
    .use(remarkText())
    .use(remarkRehype)
    .use(rehypeParagraphIds)
    .use(rehypeSections)
    .use(rehypeRuleReferences, references)
    .use(rehypeGlossaryTerms, { terms })
    .use(rehypeNeutralAddresses)
    .use(rehypeSanitize, textSchema);
  const inEntry = ({ data }: Told) => ({ astro: { frontmatter: { ...data } } });
  const englishReferences = rehypeRuleReferences({ ...references, language: 'en' });
  const englishPlugins = (entry: Told) => [
    (tree: Root) => {
      englishReferences(tree, { data: inEntry(entry) });
    },
    rehypeGlossaryTerms({ terms, language: 'en' }),
  ];
  const chinese = (entry: Told) =>
    processor.runSync(processor.parse(entry.body), { value: entry.body, data: inEntry(entry) });
  const translated = (entry: Told, tree: Root): Root => {
    const paragraphs = english?.get(entry.name);
    if (paragraphs === undefined) return tree;
    const { html } = inEnglish(toHtml(tree), paragraphs, {
      chinese: names.language,
      labels: englishBlockLabels,
      staleNote: words.en.stale,
      plugins: englishPlugins(entry),
    });
    return fromHtml(html, { fragment: true });
  };
  return (entry, variant) => {
    const tree = chinese(entry);
    if (variant === 'en') return translated(entry, tree);
    if (variant === 'both' && english?.has(entry.name)) bothLanguages(tree, translated(entry, tree));
    return tree;
  };
}
