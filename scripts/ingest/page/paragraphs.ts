import { escapeMarkdown } from '../language/escape.ts';
import type { Line, Paragraph } from '../model.ts';
import {
  closesQuote,
  columns,
  endsSentence,
  hasOpenQuote,
  isLabelLine,
  isNamedLine,
  isProse,
  startsInside,
  startsItem,
  startsQuote,
  visibleLength,
} from '../language/prose.ts';
import { startsIndented, type Wrapping } from './wrapping.ts';

export interface ParagraphOptions {
  wrapping: Wrapping;
  /** Lines that are no text: page furniture. */
  skip: (index: number) => boolean;
  /** Join paragraphs that a page break cut. Never in imprints, whose lines end anywhere. */
  rejoin: boolean;
  /** An editor joins the paragraph with this text to the next one. */
  forcedJoin: (text: string) => boolean;
}

export interface Paragraphs {
  paragraphs: Paragraph[];
  /** Lines that page-break joins were made before. */
  joins: number[];
}

/** What stands between two lines of text: nothing, a blank line, or a page's end. */
type Between = 'nothing' | 'blank' | 'page';

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
  for (let i = start; i < end; i += 1) {
    const line = lines[i]!;
    const text = line.format?.kind === 'code' ? line.text.trimEnd() : line.text.trim();
    if (line.pageBreak) between = 'page';
    if (text === '') {
      if (between === 'nothing') between = 'blank';
      continue;
    }
    if (options.skip(i)) {
      between = 'page';
      continue;
    }
    const how = open ? joint(open, line, between, options) : undefined;
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
  /** The parts as Markdown; `undefined` where that is no more than their text. */
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

/** Whether `line` goes on the open paragraph: `wrap` within hard-wrapped text, `page` across a page's end. */
function joint(
  open: Open,
  line: Line,
  between: Between,
  { wrapping, rejoin, forcedJoin }: ParagraphOptions,
): 'wrap' | 'page' | 'block' | undefined {
  const text = line.text.trim();
  const [kind, above] = [line.format?.kind ?? 'paragraph', open.last.format?.kind ?? 'paragraph'];
  if ((kind === 'table' || kind === 'code') && kind === above) return startsTable(line) ? undefined : 'block';
  // What the format knows to be a block of its own is no part of another.
  if (kind !== 'paragraph' || above !== 'paragraph' || hasBlocks(line) || hasBlocks(open.last))
    return undefined;
  if (forcedJoin(open.tail)) return 'page';
  const indented = wrapping.indented && startsIndented(line.text);
  if (wrapping.width > 0 && between === 'nothing' && !indented && wraps(open.last, open.tail, text, wrapping))
    return 'wrap';
  // What an editor shows as one line is one paragraph, except where a form feed takes the place of every newline.
  if (line.midLine && (wrapping.spaced || !endsSentence(open.tail))) return 'page';
  if (
    !rejoin ||
    startsItem(text) ||
    isBracketed(text) ||
    isBracketed(open.tail) ||
    isLabelLine(open.tail) ||
    isTableRow(text)
  )
    return undefined;
  if (between !== 'page' && open.parts.length === 1 && (isNamedLine(open.tail) || isNamedLine(text)))
    return undefined;
  const soFar = open.parts.length === 1 ? open.tail : open.parts.slice(-8).join('');
  return isCut(soFar, text, between, indented, wrapping) ? 'page' : undefined;
}

/** The first row of a table has the line below its head with it. */
function startsTable({ format }: Line): boolean {
  return format?.kind === 'table' && format.markdown?.includes('\n') === true;
}

/** Whether a line is written as several blocks, such as a paragraph and a picture. */
function hasBlocks({ format }: Line): boolean {
  return format?.markdown?.includes('\n') === true;
}

/** Empty lines within code are part of it. */
function lineEnds(above: Line, line: Line): string {
  return '\n'.repeat(line.format?.kind === 'code' ? line.number - above.number : 1);
}

/** Whether a hard-wrapped line goes on in the next one. */
function wraps(last: Line, tail: string, text: string, wrapping: Wrapping): boolean {
  if (startsItem(text)) return false;
  const width = wrapping.measure(last.text);
  // Only a full line goes on: a shorter one that ends a sentence ends its paragraph.
  if (endsSentence(tail))
    return (
      width >= wrapping.width * 0.9 && (endsSentence(text) || wrapping.measure(text) >= wrapping.width * 0.6)
    );
  return width >= wrapping.width * 0.6 || startsInside(text);
}

/** Whether a page's end cut a paragraph between `above` and `text`: the one lacks its end, and both are running text. */
function isCut(
  above: string,
  text: string,
  between: Between,
  indented: boolean,
  wrapping: Wrapping,
): boolean {
  if (indented && !hasOpenQuote(above)) return false;
  const openQuote = hasOpenQuote(above);
  if (endsSentence(above))
    return openQuote && between !== 'nothing' && closesQuote(text) && !startsQuote(text) && isProse(above);
  // A line that a blank line parts from the next one is cut only if it is running text itself.
  if (between === 'blank' && !openQuote && !startsInside(text) && !isRunning(above)) return false;
  if (wrapping.width > 0 && between !== 'page' && wrapping.measure(above) < wrapping.width * 0.5)
    return false;
  const goesOn = isProse(text) || endsSentence(text) || startsInside(text);
  if (between === 'page')
    return (isProse(above) || visibleLength(above) >= 8 || startsInside(text)) && goesOn;
  return (
    (isProse(above) || (openQuote && visibleLength(above) >= 4) || startsInside(text)) &&
    goesOn &&
    !(between === 'nothing' && /[.…·]{3,}/.test(text))
  );
}

/** More of a paragraph than a title or a label has. */
function isRunning(text: string): boolean {
  return columns(text) >= 46 || (visibleLength(text) >= 12 && /[，。；、？！]/.test(text));
}

/** A remark in brackets, whole: （50 元一张）. */
function isBracketed(text: string): boolean {
  return /^[（(][^（()）]*[)）]$/.test(text);
}

function isTableRow(text: string): boolean {
  return text.startsWith('|');
}

/** Put the parts together: nothing between Han characters, a space between Latin words. */
function glue(parts: string[]): string {
  let text = parts[0]!;
  for (const part of parts.slice(1)) {
    const space = /[A-Za-z0-9,.;:!?)]$/.test(text) && /^[A-Za-z0-9(]/.test(part) && !/[0-9]$/.test(text);
    text += (space ? ' ' : '') + part;
  }
  return text;
}
