import type { Block, Entries, LinkedEntry } from '../entries/entry.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { printFrontmatter } from './frontmatter.ts';
import { joinLists, notesIn, printParagraph, type Notes, type Printed } from './paragraph.ts';

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
  const notes = notesIn(blocks);
  const body = joinLists(blocks.map((block) => printBlock(block, notes)))
    .map((block) => `\n${block}\n`)
    .join('');
  return `---\n${printFrontmatter(data)}---\n${body}`;
}

function printBlock(block: Block, notes: Notes): Printed {
  switch (block.type) {
    case 'case':
      return { markdown: `::case{id="${block.id}"}` };
    case 'paragraph':
      return printParagraph(block.text, block.format, notes);
    case 'heading':
      // The page has the title as its h1 or h2; a section's heading is one line.
      return {
        markdown: `${'#'.repeat(Math.min(6, block.level + 2))} ${escapeMarkdown(block.text.replace(/(?<!\s)\s*\n\s*/g, ' '))}`,
      };
    case 'labelled':
      return {
        markdown: [`:::block{label="${block.label}"}`, ...printLabelled(block, notes), ':::'].join('\n\n'),
      };
  }
}

/** The paragraphs of a labelled block; those with a box to tick are the items of a list. */
function printLabelled({ texts, formats }: Extract<Block, { type: 'labelled' }>, notes: Notes): string[] {
  const printed = texts.map((text, index): Printed =>
    /^[□☐■☑]/.test(text) && formats?.[index]?.kind !== 'list'
      ? { markdown: `- ${escapeMarkdown(text)}`, item: 1 }
      : printParagraph(text, formats?.[index], notes),
  );
  return joinLists(printed);
}
