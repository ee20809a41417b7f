import type { Line } from '../model.ts';
import {
  closesQuote,
  columns,
  endsSentence,
  hasOpenQuote,
  isLabelLine,
  isNamedLine,
  isProse,
  proseColumns,
  startsInside,
  startsClause,
  startsItem,
  startsQuote,
  visibleLength,
} from '../language/prose.ts';
import { isRest, type Continuity } from './continuity.ts';
import { fullShare, shortShare, startsIndented, wrapShare, type Wrapping } from './wrapping.ts';

/** What is between two lines of text: nothing, a blank line, or a page's end. */
export type Between = 'nothing' | 'blank' | 'page';

/** How a line goes on in the next one: as hard-wrapped text, across a page's end, or within a table or code. */
type Joint = 'wrap' | 'page' | 'block';

/** The paragraph so far. */
interface Above {
  parts: string[];
  /** Text of its last line. */
  tail: string;
  last: Line;
}

/** Whether an editor has a paragraph go on in the next line (`true`), or end (`split`). */
export type ForcedJoin = (text: string, above: Line, below: Line) => boolean | 'split';

interface JointOptions {
  wrapping: Wrapping;
  continuity: Continuity;
  rejoin: boolean;
  forcedJoin: ForcedJoin;
}

/** Of a long paragraph, so many of its last lines are read. */
const partsRead = 8;
/** Characters that the half of a sentence has at least: above a page's end, and within a quotation. */
const minAbovePageEnd = 8;
const minQuoted = 4;
/** Characters that running text has at least; a title or a label has fewer. */
const minRunning = 12;

/** How `line` goes on the paragraph above it; `undefined` if it starts one of its own. */
export function jointOf(
  above: Above,
  line: Line,
  between: Between,
  options: JointOptions,
): Joint | undefined {
  if (isBlock(line) || isBlock(above.last)) return blockJoint(above.last, line);
  const forced = options.forcedJoin(above.tail, above.last, line);
  if (forced !== false) return forced === 'split' ? undefined : 'page';
  if (between === 'blank' && endsByFormat(above.last, line)) return undefined;
  const { wrapping } = options;
  const text = line.text.trim();
  const indented = wrapping.indented && startsIndented(line.text);
  if (between === 'nothing' && !indented && wraps(above, text, wrapping)) return 'wrap';
  // One line of an editor's text is one paragraph, unless form feeds replace all newlines.
  if (line.midLine && (wrapping.spaced || !endsSentence(above.tail))) return 'page';
  if (!options.rejoin || isApart(above, text, between)) return undefined;
  const soFar = above.parts.length === 1 ? above.tail : above.parts.slice(-partsRead).join('');
  const mayGoOn = !indented || goesOnIndented(soFar, text);
  return mayGoOn && isCut(soFar, above, line, between, options) ? 'page' : undefined;
}

/** Whether an indented line is within a paragraph all the same: it goes on a quotation, or starts as no paragraph does. */
function goesOnIndented(soFar: string, text: string): boolean {
  return hasOpenQuote(soFar) || isRest(text);
}

/** Whether a paragraph was cut and goes on in `line`. */
function isCut(
  soFar: string,
  { tail }: Above,
  line: Line,
  between: Between,
  { wrapping, continuity }: JointOptions,
): boolean {
  const text = line.text.trim();
  if (endsSentence(soFar)) return cutsQuotation(soFar, text, between, wrapping);
  if (!cutsSentence(soFar, text, between, wrapping)) return false;
  return between === 'page' || isOnPage(line) || continuity.goesOn(tail, text, between);
}

/** Whether the format has both lines as paragraphs: an empty line between them is the end of one. */
function endsByFormat(above: Line, line: Line): boolean {
  const areParagraphs = above.format?.kind === 'paragraph' && line.format?.kind === 'paragraph';
  return areParagraphs && !isRest(line.text.trim()) && !isOnPage(line);
}

/** Whether a line is from a format of printed pages, whose paragraphs are told by their places alone. */
function isOnPage({ format }: Line): boolean {
  return /^page \d/.test(format?.place ?? '');
}

/** Whether a line is a block of its own by its format: no part of a paragraph. */
function isBlock({ format }: Line): boolean {
  return (format?.kind ?? 'paragraph') !== 'paragraph' || format?.markdown?.includes('\n') === true;
}

/** Joins a line to the one of a table or of code above it. The first row of a table has the line below its head with it. */
function blockJoint({ format: above }: Line, { format }: Line): Joint | undefined {
  if (format?.kind !== above?.kind) return undefined;
  const goesOn = format?.kind === 'code' || (format?.kind === 'table' && !format.markdown?.includes('\n'));
  return goesOn ? 'block' : undefined;
}

/** Whether a hard-wrapped line goes on in the next one. */
function wraps({ last, tail }: Above, text: string, wrapping: Wrapping): boolean {
  if (wrapping.width === 0 || startsItem(text) || startsClause(text)) return false;
  const width = wrapping.measure(last.text);
  if (!endsSentence(tail)) return width >= wrapping.width * wrapShare || startsInside(text);
  // Only a full line goes on: a shorter one that ends a sentence ends its paragraph.
  return (
    width >= wrapping.width * fullShare &&
    (endsSentence(text) || wrapping.measure(text) >= wrapping.width * wrapShare)
  );
}

/** Whether one of two lines is never part of a longer paragraph: an item, a label, a remark in brackets, a table's row. */
function isApart({ tail, parts }: Above, text: string, between: Between): boolean {
  if (startsItem(text) || startsClause(text) || text.startsWith('|')) return true;
  if (isBracketed(text) || isBracketed(tail) || isLabelLine(tail)) return true;
  return between !== 'page' && parts.length === 1 && (isNamedLine(tail) || isNamedLine(text));
}

/**
 * Whether a page's end cut a quotation between two of its sentences. Where all paragraphs are set apart by empty
 * lines, a quotation may have several: then it must end in the middle of the lower one.
 */
function cutsQuotation(above: string, text: string, between: Between, wrapping: Wrapping): boolean {
  if (between === 'nothing' || !hasOpenQuote(above) || !closesQuote(text)) return false;
  const maySpanParagraphs = between === 'blank' && wrapping.spaced;
  return !startsQuote(text) && isProse(above) && !(maySpanParagraphs && /[”」』]$/.test(text));
}

/** Whether a page's end cut a sentence: both halves are running text, or the lower one starts as no sentence does. */
function cutsSentence(above: string, text: string, between: Between, wrapping: Wrapping): boolean {
  const starts = startsInside(text);
  if (!starts && !isProse(text) && !endsSentence(text)) return false;
  const isShort = wrapping.width > 0 && wrapping.measure(above) < wrapping.width * shortShare;
  if (between === 'page') return starts || isProse(above) || visibleLength(above) >= minAbovePageEnd;
  if (isShort || (between === 'nothing' && hasLeaders(text))) return false;
  const isQuotation = hasOpenQuote(above);
  // Above a blank line, only running text is the half of a sentence.
  if (between === 'blank' && !isQuotation && !starts && !isRunning(above)) return false;
  return starts || isProse(above) || (isQuotation && visibleLength(above) >= minQuoted);
}

function hasLeaders(text: string): boolean {
  return /[.…·]{3,}/.test(text);
}

/** Whether a text is longer than a title or a label, or has their length and marks of a sentence. */
function isRunning(text: string): boolean {
  return columns(text) >= proseColumns || (visibleLength(text) >= minRunning && /[，。；、？！]/.test(text));
}

/** A remark in brackets, whole: （50 元一张）. */
function isBracketed(text: string): boolean {
  return /^[（(][^（()）]*[)）]$/.test(text);
}
