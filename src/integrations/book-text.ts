import { unified } from '@astrojs/markdown-remark';
import rehypeSanitize from 'rehype-sanitize';
import { readTitles } from '../edition/names/book-file.ts';
import { readPlaces } from '../edition/read-edition.ts';
import { readGlossary, readReferences } from '../edition/vocabulary.ts';
import { rehypeGlossaryTerms } from '../plugins/rehype-glossary-terms.ts';
import { rehypeNeutralAddresses } from '../plugins/rehype-neutral-addresses.ts';
import { rehypeParagraphIds } from '../plugins/rehype-paragraph-ids.ts';
import { rehypeRuleReferences } from '../plugins/rehype-rule-references.ts';
import { rehypeSections } from '../plugins/rehype-sections.ts';
import { rehypeWideBlocks } from '../plugins/rehype-wide-blocks.ts';
import { remarkText } from '../plugins/remark-text.ts';
import { textSchema } from '../plugins/text-schema.ts';

/** What a text needs of the rest of its book: where rules stand, what the book is called, which words it explains. */
export const textSettings = async (contentDir: string) => ({
  places: await readPlaces(contentDir),
  references: readReferences(contentDir),
  titles: readTitles(contentDir),
  terms: readGlossary(contentDir),
});

/** How the Markdown of a book's entries becomes HTML. */
export async function bookText(contentDir: string) {
  const { terms, ...mentions } = await textSettings(contentDir);
  const base = process.env['BASE_PATH'];
  return unified({
    // A book's text is no GitHub comment: it has tables and notes, but no autolinks, and quotation marks stay as printed.
    gfm: false,
    smartypants: false,
    remarkPlugins: remarkText({ base }),
    rehypePlugins: [
      rehypeParagraphIds,
      rehypeSections,
      rehypeWideBlocks,
      [rehypeRuleReferences, { ...mentions, root: `/${base ?? ''}/`.replace(/\/+/g, '/') }],
      [rehypeGlossaryTerms, { terms }],
      rehypeNeutralAddresses,
      // Last: whatever a text or a plugin holds, nothing else gets into a page.
      [rehypeSanitize, textSchema],
    ],
  });
}
