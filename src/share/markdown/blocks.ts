import type { BodyBlock } from '../../edition/texts/body.ts';
import { words } from '../words.ts';
import { literal } from '../literal.ts';

export interface BlockOptions {
  /** Markdown of the case in this slot. */
  renderCase: (id: string) => string;
  /** Address of a picture of the book. */
  picture: (name: string) => string;
  /** Depth of the headings inside the text: `###`. */
  heading: string;
  /** Name of a block by its printed label. */
  label: (label: string) => string;
}

/** Text that may run over lines, each a line of the same paragraph. */
const lines = (text: string): string => text.split('\n').map(literal).join('\\\n');

/** A fence that is longer than any inside it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

const item = (marker: string, text: string): string =>
  `${marker} ${lines(text).replaceAll('\n', `\n${' '.repeat(marker.length + 1)}`)}`;

function table(rows: readonly string[][]): string {
  const cell = (text: string) => literal(text).replaceAll('\n', '<br>');
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [row(head), `|${' --- |'.repeat(head.length)}`, ...rest.map(row)].join('\n');
}

/** Set every line of a text as a quotation. */
export const quoted = (markdown: string): string => markdown.replace(/^/gm, '> ').replace(/^> $/gm, '>');

/** A body as Markdown that any reader of Markdown shows as the text itself. */
export function blocksMarkdown(blocks: readonly BodyBlock[], options: BlockOptions): string {
  const one = (block: BodyBlock): string => {
    switch (block.type) {
      case 'paragraph':
        return lines(block.text);
      case 'heading':
        return `${options.heading} ${literal(block.text)}`;
      case 'quote':
        return quoted(lines(block.text));
      case 'code':
        return fenced(block.text);
      case 'list':
        return block.items
          .map((text, index) => item(block.ordered ? `${String(block.start + index)}.` : '-', text))
          .join('\n');
      case 'table':
        return table(block.rows);
      case 'note':
        return lines(block.text);
      case 'picture':
        return `![${literal(block.alt)}](${options.picture(block.picture.name)})`;
      case 'labelled':
        return [
          `${options.heading} ${literal(options.label(block.label))}`,
          block.label === words.zh.checks
            ? block.items.map((text) => item('- [ ]', text)).join('\n')
            : block.items.map(lines).join('\n\n'),
        ].join('\n\n');
      case 'case':
        return options.renderCase(block.id);
    }
  };
  return blocks
    .map(one)
    .filter((markdown) => markdown !== '')
    .join('\n\n');
}
