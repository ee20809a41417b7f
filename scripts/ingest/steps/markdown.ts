import { stringify } from 'yaml';
import type { Block, Entries, LinkedEntry } from './entries.ts';
import { escapeMarkdown } from './escape.ts';

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
  const frontmatter = stringify(data, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  const body = blocks.map((block) => `\n${printBlock(block)}\n`).join('');
  return `---\n${frontmatter}---\n${body}`;
}

function printBlock(block: Block): string {
  switch (block.type) {
    case 'case':
      return `::case{id="${block.id}"}`;
    case 'paragraph':
      return printParagraph(block.text);
    case 'labelled':
      return [`:::block{label="${block.label}"}`, ...block.texts.map(printParagraph), ':::'].join('\n\n');
  }
}

/** A paragraph; lines with to-do boxes become a list. */
function printParagraph(text: string): string {
  const lines = text.split('\n');
  if (lines.every((line) => /^\s*[□☐]/.test(line)))
    return lines.map((line) => `- ${escapeMarkdown(line.trim())}`).join('\n');
  return escapeMarkdown(text);
}
