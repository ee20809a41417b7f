import { matchKey } from '../../../src/lib/squeeze.ts';
import type { Line } from '../model.ts';
import { numberingOf } from '../language/numbering.ts';
import { columns, endsSentence } from '../language/prose.ts';
import { findListedAbove, isAboveText, type Span } from './listed-above.ts';

/** Contents are within this many lines of text from the top. */
const maxLinesAbove = 300;
/** Sixty Chinese characters. */
const maxColumns = 120;
/** Fewer numbered lines in a row are headings without text. */
const minEntries = 4;
/** This share of the lines must be in the body again. */
const minRecurring = 0.7;
/** This share of those must have text below: addresses at the top and the end of a file have none. */
const minAboveText = 0.3;

/** Find a table of contents without a heading, by the numbers of its lines or by the titles that come again. */
export function findUnnamedContents(lines: Line[]): Span | undefined {
  return findNumberedContents(lines) ?? findListedAbove(lines);
}

/**
 * Consecutive numbered lines near the top, most of which appear again in the body. They end before the first line that
 * is such a repetition.
 */
function findNumberedContents(lines: Line[]): Span | undefined {
  const block = firstBlock(lines);
  if (!block) return undefined;
  const keys = block.map((at) => matchKey(withoutLeaders(textAt(lines, at))));
  const again = firstRepeated(block.map((at, i) => ({ key: keys[i] ?? '', text: textAt(lines, at) })));
  const own = again < 0 ? block : block.slice(0, again);
  const [start, last] = [own[0], own.at(-1)];
  if (own.length < minEntries || start === undefined || last === undefined) return undefined;
  if (!countUp(own.map((at) => textAt(lines, at)))) return undefined;
  const below = new Map<string, number>();
  let label = '';
  for (let at = last + 1; at < lines.length; at += 1) {
    const text = textAt(lines, at);
    if (text === '') continue;
    if (columns(text) <= maxColumns)
      for (const key of [matchKey(text), matchKey(label + text)]) if (!below.has(key)) below.set(key, at);
    label = labelAlone(text) ?? '';
  }
  const recurring = keys.slice(0, own.length).flatMap((key) => below.get(key) ?? []);
  const aboveText = recurring.filter((at) => isAboveText(lines, at, new Set(keys))).length;
  return recurring.length >= minRecurring * own.length && aboveText >= minAboveText * recurring.length
    ? { start, end: last + 1 }
    : undefined;
}

/** Whether numbers differ at all: the items of a Markdown list may each have the number 1. */
function countUp(texts: string[]): boolean {
  return new Set(texts.map((text) => numberingOf(text)?.label)).size > 1;
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
