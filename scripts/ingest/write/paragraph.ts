import type { Block } from '../entries/entry.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import type { LineFormat } from '../model.ts';

/** A paragraph as Markdown. */
export interface Printed {
  markdown: string;
  /** Of a list's item, its depth from 1. */
  item?: number | undefined;
}

/** Numbers of the notes that an entry refers to, and of those that it has. */
export interface Notes {
  referred: Set<string>;
  defined: Set<string>;
}

// Text has its brackets escaped: an unescaped mark is the ingest's own.
const marks = /(?<!\\)\[\^(\d+)\](:?)/g;

/** The notes of an entry. A case may have the mark and its rule the note, or the other way round. */
export function notesIn(blocks: readonly Block[]): Notes {
  const notes: Notes = { referred: new Set(), defined: new Set() };
  for (const block of blocks) {
    const formats =
      block.type === 'paragraph' ? [block.format] : block.type === 'labelled' ? (block.formats ?? []) : [];
    for (const format of formats) {
      for (const [, number = '', colon] of format?.markdown?.matchAll(marks) ?? [])
        notes[colon === ':' && format?.kind === 'footnote' ? 'defined' : 'referred'].add(number);
    }
  }
  return notes;
}

/** A paragraph as what it is: an item, a row, code, a quotation, a note. A mark without its note stays as text, and so does a note without a mark. */
export function printParagraph(text: string, format: LineFormat | undefined, notes: Notes): Printed {
  const escaped = escapeMarkdown(text);
  const written = (format?.markdown ?? escaped).replace(marks, (mark, number: string, colon: string) =>
    notes.defined.has(number) ? mark : `\\[${number}\\]${colon}`,
  );
  switch (format?.kind) {
    case 'list':
      return format.markdown === undefined
        ? { markdown: escaped }
        : { markdown: written, item: format.level ?? 1 };
    case 'quote':
      return { markdown: written.replace(/^/gm, '> ') };
    case 'code':
      return { markdown: printCode(text) };
    case 'footnote': {
      const number = /^\[\^(\d+)\]/.exec(format.markdown ?? '')?.[1] ?? '';
      return { markdown: notes.referred.has(number) ? written : escaped };
    }
    default:
      return { markdown: written };
  }
}

/** Code between fences longer than any in it. */
function printCode(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** The blocks of a body, items that follow one another as one list, each below the item that it belongs to. */
export function joinLists(printed: Printed[]): string[] {
  const joined: string[] = [];
  let depth = 0;
  for (const { markdown, item } of printed) {
    if (item === undefined) {
      joined.push(markdown);
      depth = 0;
      continue;
    }
    const above = depth;
    depth = Math.min(item, above + 1);
    // Four columns reach the text of any item above and are no code.
    const text = markdown.replace(/^(?=.)/gm, ' '.repeat(4 * (depth - 1)));
    if (above === 0) joined.push(text);
    else joined.push(`${joined.pop() ?? ''}\n${text}`);
  }
  return joined;
}
