import { escapeMarkdown } from '../escape-markdown.ts';
import type { Line, Paragraph } from '../model.ts';
import { jointOf, type Between, type ForcedJoin } from './joints.ts';
import type { Continuity } from './continuity.ts';
import type { Wrapping } from './wrapping.ts';

export interface ParagraphOptions {
  wrapping: Wrapping;
  continuity: Continuity;
  /** Lines that are no text: page furniture. */
  skip: (index: number) => boolean;
  /** Join paragraphs that a page break cut. Never in imprints, whose lines end anywhere. */
  rejoin: boolean;
  forcedJoin: ForcedJoin;
}

export interface Paragraphs {
  paragraphs: Paragraph[];
  /** Lines that page-break joins were made before. */
  joins: number[];
}

/**
 * Gather the lines from `start` up to `end` (exclusive) into paragraphs: hard-wrapped lines are joined, and paragraphs that
 * a page break cut — by blank lines, page furniture or a form feed.
 */
export function gatherParagraphs(
  lines: Line[],
  start: number,
  end: number,
  options: ParagraphOptions,
): Paragraphs {
  const paragraphs: Paragraph[] = [];
  const joins: number[] = [];
  let open: Open | undefined;
  let between: Between = 'nothing';
  const close = (): void => {
    if (open) paragraphs.push(finish(open));
    open = undefined;
  };
  for (const [offset, line] of lines.slice(start, end).entries()) {
    const text = line.format?.kind === 'code' ? line.text.trimEnd() : line.text.trim();
    if (line.pageBreak) between = 'page';
    if (text === '') {
      if (between === 'nothing') between = 'blank';
      continue;
    }
    if (options.skip(start + offset)) {
      between = 'page';
      continue;
    }
    const how = open ? jointOf(open, line, between, options) : undefined;
    if (open && how) {
      open.parts.push(how === 'block' ? `${lineEnds(open.last, line)}${text}` : text);
      if (open.written ?? line.format?.markdown)
        open.written = [...writtenParts(open), line.format?.markdown ?? escapeMarkdown(text)];
      open.tail = text;
      open.lines[1] = line.number;
      open.last = line;
      if (how === 'page') joins.push(line.number);
    } else {
      close();
      open = {
        parts: [text],
        written: line.format?.markdown === undefined ? undefined : [line.format.markdown],
        tail: text,
        lines: [line.number, line.number],
        first: line,
        last: line,
      };
    }
    between = 'nothing';
  }
  close();
  return { paragraphs, joins };
}

/** A paragraph that is being gathered. */
interface Open {
  parts: string[];
  /** The parts as Markdown; `undefined` if that is no more than their text. */
  written: string[] | undefined;
  tail: string;
  lines: [number, number];
  first: Line;
  last: Line;
}

function writtenParts({ written, parts }: Open): string[] {
  return written ?? parts.map(escapeMarkdown);
}

function finish({ parts, written, lines, first: { format } }: Open): Paragraph {
  if (format?.kind === 'code' || format?.kind === 'table') {
    const text = parts.join('');
    return { text, lines, format: { ...format, ...(written ? { markdown: written.join('\n') } : {}) } };
  }
  const plain = written === undefined && (format === undefined || format.kind === 'paragraph');
  const text = glue(parts);
  return plain
    ? { text, lines }
    : {
        text,
        lines,
        format: { kind: 'paragraph', ...format, ...(written ? { markdown: glue(written) } : {}) },
      };
}

/** Empty lines within code are part of it. */
function lineEnds(above: Line, line: Line): string {
  return '\n'.repeat(line.format?.kind === 'code' ? line.number - above.number : 1);
}

/** Put the parts together: nothing between Han characters, a space between Latin words. */
function glue(parts: string[]): string {
  const [first = '', ...rest] = parts;
  const glued = [first];
  let above = first;
  for (const part of rest) {
    // Only the part above is looked at: a paragraph may have as many parts as a book has lines.
    const space = /[A-Za-z0-9,.;:!?)]$/.test(above) && /^[A-Za-z0-9(]/.test(part) && !/[0-9]$/.test(above);
    glued.push(space ? ' ' : '', part);
    above = part;
  }
  return glued.join('');
}
