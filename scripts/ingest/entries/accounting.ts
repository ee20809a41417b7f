import type { Report } from '../../../src/schemas/report.ts';
import { InputError } from '../input-error.ts';
import type { Book } from '../model.ts';
import type { Entries } from './entry.ts';
import { must } from '../../../src/lib/must.ts';

/** Text that came from nowhere, or went missing: a fault of the ingest, never of the source. */
export class AccountingError extends InputError {
  override name = 'AccountingError';
}

/**
 * Account for every visible character of the source: it is in exactly one text of the output, or among the
 * dropped lines. The count of each character is compared on both sides, so that a gain in one place can't hide a
 * loss in another.
 * @throws AccountingError if the two sides differ
 */
export function account(source: string, book: Book, entries: Entries): Report['accounting'] {
  const balance: Balance = { counts: new Int32Array(0x110000), highest: 0 };
  const nonSpace = tally(balance, source, 1);
  let placed = 0;
  let dropped = 0;
  for (const text of placedTexts(book, entries)) placed += tally(balance, text, -1);
  for (const { text } of [...book.dropped, ...entries.dropped]) dropped += tally(balance, text, -1);
  const { counts, highest } = balance;
  let wrong = 0;
  while (wrong <= highest && counts[wrong] === 0) wrong += 1;
  if (wrong <= highest || placed + dropped !== nonSpace) {
    const character =
      wrong <= highest
        ? ` “${String.fromCodePoint(wrong)}” ${counts[wrong]! > 0 ? `is missing ${counts[wrong]!}` : `is there ${-counts[wrong]!}`} times too often.`
        : '';
    throw new AccountingError(
      `Of ${nonSpace} characters ${placed} were placed and ${dropped} dropped.${character} Nothing was written. This is a fault of the ingest: please report it with the source.`,
    );
  }
  return { nonSpace, placed, dropped };
}

/** Every text that the output holds, without copies of lines that were dropped, such as the title of 第1章 … in the frontmatter. */
function* placedTexts(book: Book, entries: Entries): Generator<string> {
  for (const { heading } of book.front) if (heading !== undefined) yield heading;
  for (const { epigraph, rules, ...chapter } of book.chapters) {
    for (const { title, ownsLine } of [chapter, ...rules]) if (ownsLine) yield title;
    if (!epigraph || epigraph.copied === 'whole') continue;
    yield epigraph.text;
    if (epigraph.by !== undefined && epigraph.copied === undefined) yield epigraph.by;
  }
  for (const { blocks } of [...entries.front, ...entries.chapters, ...entries.rules, ...entries.cases]) {
    for (const block of blocks) {
      if (block.type === 'paragraph' || block.type === 'heading') yield block.text;
      else if (block.type === 'labelled') yield* block.texts;
    }
  }
}

/** How much more often each character is in the source than in the output. */
interface Balance {
  counts: Int32Array;
  /** The highest character that was counted: those beyond need not be looked at. */
  highest: number;
}

/** Add `by` for every visible character of `text`; returns how many there are. */
function tally(balance: Balance, text: string, by: 1 | -1): number {
  const { counts } = balance;
  let visible = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = must(text.codePointAt(i));
    if (code > 0xffff) i += 1;
    if (isSpace(code)) continue;
    counts[code]! += by;
    if (code > balance.highest) balance.highest = code;
    visible += 1;
  }
  return visible;
}

/** White space and line ends, as Unicode and editors know them. */
function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
