import { must } from '../../../../src/lib/must.ts';
import { pushTo } from '../../../../src/lib/push-to.ts';
import { matchKey } from '../../../../src/lib/squeeze.ts';
import { isFolio } from '../../language/folio.ts';
import { startsItem, startsQuote, visibleLength } from '../../language/prose.ts';
import type { LineFormat } from '../../model.ts';
import type { BodyLines } from '../body-lines.ts';
import type { ForcedHeading } from '../heading.ts';
import { withoutNumbers } from './repeated-titles.ts';

/** Longer lines, in visible characters, head no page. */
const maxLength = 40;
/** A line wider than this share of a full line is running text that happens to recur. */
const maxShareOfWidth = 0.7;

/** Lines that may be page furniture, as indexes. */
export interface Candidates {
  /** Lines that are a number and nothing else. */
  folios: number[];
  /** Lines that may be running heads, by their words without numbers. */
  heads: Map<string, number[]>;
}

/**
 * Collect the lines of a body that may be page furniture.
 * @param claimed lines of headings
 * @param forced an editor's decisions; a line that they call prose is left out
 */
export function readCandidates(
  body: BodyLines,
  claimed: ReadonlySet<number>,
  forced: ForcedHeading,
): Candidates {
  const folios: number[] = [];
  const heads = new Map<string, number[]>();
  for (let i = body.start; i < body.end; i += 1) {
    const printed = body.lines[i]?.text ?? '';
    const text = printed.trim();
    if (
      text === '' ||
      isSetByFormat(body.lines[i]?.format) ||
      printed.length > maxLength * 3 ||
      claimed.has(i) ||
      isInsidePage(i, body) ||
      forced(text, must(body.lines[i])) === 'prose'
    )
      continue;
    if (isFolio(text)) {
      if (!isYear(text)) folios.push(i);
      continue;
    }
    const key = canRecur(text) && !isFullLine(i, body) ? withoutNumbers(matchKey(text)) : '';
    if (key !== '') pushTo(heads, key, i);
  }
  return { folios, heads };
}

/** Whether the format knows a line to be no running text: code, a row, an item. No page has such a head. */
function isSetByFormat(format: LineFormat | undefined): boolean {
  return format !== undefined && format.kind !== 'paragraph' && format.kind !== 'heading';
}

/** Whether the format knows that a line stands in the middle of its page, where no running head is and no page number. */
function isInsidePage(index: number, body: BodyLines): boolean {
  const page = pageOf(body.lines[index]?.format);
  if (page === undefined) return false;
  const isThere = (to: (index: number) => number): boolean => {
    const near = to(index);
    const far = near < 0 ? near : to(near);
    return far >= 0 && pageOf(body.lines[far]?.format) === page;
  };
  return isThere((at) => body.next(at)) && isThere((at) => body.previous(at));
}

function pageOf(format: LineFormat | undefined): string | undefined {
  return /^page \d+/.exec(format?.place ?? '')?.[0];
}

function isFullLine(index: number, body: BodyLines): boolean {
  const { width, measure } = body.wrapping;
  return width > 0 && measure(body.text(index)) > maxShareOfWidth * width && !body.isolated(index);
}

function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text);
}

/**
 * Ends, starts and contents that no running head has: those of sentences, labels, list items and dialogue, pieces of a
 * form (年, 名称）以), and the number of a section alone.
 */
const neverRecurs = [
  /[。！？；：，、?!;:,”’」』]$/,
  /^[【〖［□☐]/,
  /[。！？；]/,
  /，.*，/,
  /^[（(].*[)）]$/,
  /^[^（(]*[)）]/,
  /^[，。、；：》」』”]/,
  /^\p{Script=Han}$/u,
  /^[一二三四五六七八九十百]{1,4}$/,
];

/** Whether a line can be a running head at all. */
function canRecur(text: string): boolean {
  return (
    visibleLength(text) <= maxLength &&
    !neverRecurs.some((pattern) => pattern.test(text)) &&
    !startsQuote(text) &&
    !(startsItem(text) && /[，。]/.test(text))
  );
}
