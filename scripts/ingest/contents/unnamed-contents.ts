import { matchKey } from '../../../src/lib/squeeze.ts';
import type { Line } from '../model.ts';
import { numberingOf } from '../language/numbering.ts';
import { columns, endsSentence } from '../language/prose.ts';

/** Contents are within this many lines of text from the top. */
const maxLinesAbove = 300;
/** Sixty Chinese characters. */
const maxColumns = 120;
/** Fewer numbered lines in a row are headings without text. */
const minEntries = 4;
/** This share of the lines must be in the body again. */
const minRecurring = 0.7;

/** Where a table of contents lies. */
interface Span {
  /** Indexes of its first line and of the line behind its last. */
  start: number;
  end: number;
}

/**
 * Find a table of contents without a heading: consecutive numbered lines near the top, most of which appear
 * again in the body. It ends before the first line that is such a repetition.
 */
export function findUnnamedContents(lines: Line[]): Span | undefined {
  const block = firstBlock(lines);
  if (!block) return undefined;
  const keys = block.map((at) => matchKey(withoutLeaders(textAt(lines, at))));
  const again = firstRepeated(block.map((at, i) => ({ key: keys[i] ?? '', text: textAt(lines, at) })));
  const own = again < 0 ? block : block.slice(0, again);
  const [start, last] = [own[0], own.at(-1)];
  if (own.length < minEntries || start === undefined || last === undefined) return undefined;
  const below = new Set<string>();
  let label = '';
  for (let at = last + 1; at < lines.length; at += 1) {
    const text = textAt(lines, at);
    if (text === '') continue;
    if (columns(text) <= maxColumns) below.add(matchKey(text)).add(matchKey(label + text));
    label = labelAlone(text) ?? '';
  }
  const recurring = keys.slice(0, own.length).filter((key) => below.has(key)).length;
  return recurring >= minRecurring * own.length ? { start, end: last + 1 } : undefined;
}

/**
 * Where lines begin to repeat those above: the same words, or the label of one with nothing behind it (第一章, and its title
 * on the next line). A lower heading may have the words of another one (第一节 一般规定 in several chapters).
 */
function firstRepeated(entries: { key: string; text: string }[]): number {
  const seen = new Set<string>();
  const labels = new Set<string>();
  let top = Infinity;
  return entries.findIndex(({ key, text }) => {
    const numbering = numberingOf(text);
    const alone = labelAlone(text);
    const rank = numbering?.rank ?? Infinity;
    const isRepeated = rank <= top && (seen.has(key) || (alone !== undefined && labels.has(alone)));
    top = Math.min(top, rank);
    seen.add(key);
    labels.add(numbering?.label ?? '');
    return isRepeated;
  });
}

/** The label of a line with nothing else on it. */
function labelAlone(text: string): string | undefined {
  const numbering = numberingOf(text);
  return numbering && numbering.length === text.length ? numbering.label : undefined;
}

/** Indexes of the first numbered lines in a row that are enough for contents. */
function firstBlock(lines: Line[]): number[] | undefined {
  let block: number[] = [];
  let left = maxLinesAbove;
  for (let at = 0; at < lines.length; at += 1) {
    const text = textAt(lines, at);
    if (text === '') continue;
    if (isEntry(lines[at], text)) block.push(at);
    else if (block.length >= minEntries) return block;
    else {
      block = [];
      left -= 1;
      if (left === 0) return undefined;
    }
  }
  return block.length >= minEntries ? block : undefined;
}

function isEntry(line: Line | undefined, text: string): boolean {
  return (
    line?.format?.kind !== 'heading' &&
    columns(text) <= maxColumns &&
    numberingOf(text) !== undefined &&
    !/[。；，：:]$/.test(text) &&
    !(endsSentence(text) && text.includes('，'))
  );
}

function withoutLeaders(text: string): string {
  return text.replace(/[.…·\s]{2,40}\d{0,4}$/, '');
}

function textAt(lines: Line[], at: number): string {
  return lines[at]?.text.trim() ?? '';
}
