import { unified } from '@astrojs/markdown-remark';
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import remarkDirective from 'remark-directive';
import { rehypeParagraphIds } from '../../../src/plugins/rehype-paragraph-ids.ts';
import { remarkCaseSlots } from '../../../src/plugins/remark-case-slots.ts';
import { remarkLabelledBlocks } from '../../../src/plugins/remark-labelled-blocks.ts';
import { remarkLiteralText } from '../../../src/plugins/remark-literal-text.ts';
import { remarkSoftBreaks } from '../../../src/plugins/remark-soft-breaks.ts';

/** Render as the site does, up to the plugins that need to know what the book holds; those are given. */
export async function render(markdown: string, rehypePlugins: RehypePlugins = []): Promise<string> {
  const remarkPlugins: RemarkPlugins = [
    remarkDirective,
    remarkCaseSlots,
    remarkLabelledBlocks,
    remarkLiteralText,
    remarkSoftBreaks,
  ];
  const processor = unified({ gfm: false, smartypants: false, remarkPlugins, rehypePlugins });
  const renderer = await processor.createRenderer({ syntaxHighlight: false });
  return (await renderer.render(markdown)).code.trim();
}

/** The same with paragraph ids. */
export const renderWithIds = (markdown: string) => render(markdown, [rehypeParagraphIds]);
