import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { remember } from '../lib/remember.ts';
import { rehypeParagraphIds } from './rehype-paragraph-ids.ts';
import { remarkText } from './remark-text.ts';

const processor = unified().use(remarkParse).use(remarkText()).use(remarkRehype).use(rehypeParagraphIds);

/** Ids of the paragraphs and list items of an entry's Markdown body, in order, as its page has them. */
export const paragraphsOf = remember((markdown): readonly string[] => {
  const ids: string[] = [];
  visit(processor.runSync(processor.parse(markdown), markdown), 'element', ({ properties }) => {
    const id = String(properties['id'] ?? '');
    if (id.startsWith('p-')) ids.push(id);
  });
  return ids;
});
