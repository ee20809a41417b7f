import { unified } from '@astrojs/markdown-remark';
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import rehypeSanitize from 'rehype-sanitize';
import remarkDirective from 'remark-directive';
import { rehypeNeutralAddresses } from '../../../src/plugins/rehype-neutral-addresses.ts';
import { rehypeParagraphIds } from '../../../src/plugins/rehype-paragraph-ids.ts';
import { remarkCaseSlots } from '../../../src/plugins/remark-case-slots.ts';
import { remarkLabelledBlocks } from '../../../src/plugins/remark-labelled-blocks.ts';
import { remarkLiteralText } from '../../../src/plugins/remark-literal-text.ts';
import { remarkNotes } from '../../../src/plugins/remark-notes.ts';
import { remarkPictures } from '../../../src/plugins/remark-pictures.ts';
import { remarkTables } from '../../../src/plugins/remark-tables.ts';
import { remarkSoftBreaks } from '../../../src/plugins/remark-soft-breaks.ts';
import { textSchema } from '../../../src/plugins/text-schema.ts';

/** Render as the site does, up to the plugins that need to know what the book holds; those are given. */
export async function render(markdown: string, rehypePlugins: RehypePlugins = []): Promise<string> {
  const remarkPlugins: RemarkPlugins = [
    remarkDirective,
    remarkTables,
    remarkCaseSlots,
    remarkLabelledBlocks,
    remarkNotes,
    remarkPictures,
    remarkLiteralText,
    remarkSoftBreaks,
  ];
  const processor = unified({
    gfm: false,
    smartypants: false,
    remarkPlugins,
    rehypePlugins: [...rehypePlugins, rehypeNeutralAddresses, [rehypeSanitize, textSchema]],
  });
  const renderer = await processor.createRenderer({ syntaxHighlight: false });
  return (await renderer.render(markdown)).code.trim();
}

/** The same with paragraph ids. */
export const renderWithIds = (markdown: string) => render(markdown, [rehypeParagraphIds]);
