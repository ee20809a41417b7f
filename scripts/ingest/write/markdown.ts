import type { Block, Entries, LinkedEntry } from '../entries/entry.ts';
import { escapeMarkdown } from './escape.ts';
import { printFrontmatter } from './frontmatter.ts';

/** The output files: path below the output folder, with slashes → content. */
export function toFiles(entries: Entries, codes: Map<LinkedEntry, string>): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of entries.front) files.set(`front/${entry.id}.md`, page(entry.data, entry.blocks));
  for (const entry of [...entries.chapters, ...entries.rules, ...entries.cases]) {
    files.set(
      `${entry.kind}s/${entry.data.id}.md`,
      page({ ...entry.data, permalink: codes.get(entry) }, entry.blocks),
    );
  }
  return files;
}

function page(data: object, blocks: Block[]): string {
  const body = blocks.map((block) => `\n${printBlock(block)}\n`).join('');
  return `---\n${printFrontmatter(data)}---\n${body}`;
}

function printBlock(block: Block): string {
  switch (block.type) {
    case 'case':
      return `::case{id="${block.id}"}`;
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'heading':
      // The page has the title as its h1 or h2; a section's heading is one line.
      return `${'#'.repeat(Math.min(6, block.level + 2))} ${escapeMarkdown(block.text.replace(/\s*\n\s*/g, ' '))}`;
    case 'labelled':
      return [`:::block{label="${block.label}"}`, ...printLabelled(block.texts), ':::'].join('\n\n');
  }
}

/** The paragraphs of a labelled block; neighbouring ones with a box to tick are the items of one list. */
function printLabelled(texts: string[]): string[] {
  const printed: string[] = [];
  let list = false;
  for (const text of texts) {
    const boxed = /^[□☐■☑]/.test(text);
    const markdown = boxed ? `- ${escapeMarkdown(text)}` : escapeMarkdown(text);
    if (boxed && list) printed.push(`${printed.pop()!}\n${markdown}`);
    else printed.push(markdown);
    list = boxed;
  }
  return printed;
}
