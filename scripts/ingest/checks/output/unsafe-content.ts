import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { isOwnPicture, isSafeLink } from '../../../../src/lib/html/safe-address.ts';
import type { Finding } from '../../../../src/schemas/report.ts';
import type { WritePlan } from '../../write/write.ts';

/**
 * Unsafe parts of hand-edited files, which pages show as bare text: raw HTML, links that run a script, pictures
 * of other sites.
 */
export async function checkUnsafeContent({
  dir,
  handEdited,
}: Pick<WritePlan, 'dir' | 'handEdited'>): Promise<Finding[]> {
  const pages = handEdited.filter((path) => path.endsWith('.md'));
  if (pages.length === 0) return [];
  // Most editions have no such file, and a reader of Markdown takes a while to load.
  const [{ unified }, { default: remarkParse }] = await Promise.all([
    import('unified'),
    import('remark-parse'),
  ]);
  const parser = unified().use(remarkParse);
  return pages.flatMap((path) => {
    const unsafe = unsafeIn(readFileSync(join(dir, path), 'utf8'), (text) => parser.parse(text));
    return unsafe.map(({ line, what }): Finding => ({
      code: 'unsafe-content',
      severity: 'warning',
      line: null,
      message: `${path}:${line} holds ${what}. Pages show it as text; write it as Markdown, or leave it out.`,
    }));
  });
}

/** The unsafe parts of a file, and their lines. */
function unsafeIn(content: string, parse: (text: string) => Root): { line: number; what: string }[] {
  const [frontmatter = ''] = /^---\n[\s\S]*?\n---\n/.exec(content) ?? [];
  const before = frontmatter.split('\n').length - 1;
  const found: { line: number; what: string }[] = [];
  const look = (node: Nodes): void => {
    const note = (what: string) => found.push({ line: before + (node.position?.start.line ?? 0), what });
    if (node.type === 'html') note(`raw HTML (${node.value.slice(0, 40)})`);
    if ((node.type === 'link' || node.type === 'definition') && !isSafeLink(node.url))
      note(`a link that leads to no page (${node.url.slice(0, 40)})`);
    if (node.type === 'image' && !isOwnPicture(node.url))
      note(`a picture of another site (${node.url.slice(0, 40)})`);
    if ('children' in node) node.children.forEach(look);
  };
  look(parse(content.slice(frontmatter.length)));
  return found;
}
