import { append } from '../append.ts';
import type { Report } from '../../../src/schemas/report.ts';
import type { Overrides } from '../corrections/overrides.ts';
import { noteDecisions, outlineWith } from './decisions.ts';
import type { lookAt } from '../cases/find-cases.ts';
import { account, AccountingError } from '../entries/accounting.ts';
import type { Entries } from '../entries/entry.ts';
import { toEntries } from '../entries/make-entries.ts';
import type { Dropped, Line } from '../model.ts';
import type { Outline } from '../outline/outline.ts';
import { plainOutline } from '../outline/plain.ts';

/** A book's outline with the entries made of it, and where each of its characters went. */
export interface Outlined {
  outline: Outline;
  found: Entries;
  accounting: Report['accounting'];
}

/** Steps that may be remembered from an earlier run. */
export interface OutlineSteps {
  outlined?: (make: () => Outline) => Outline;
  look?: typeof lookAt;
}

/**
 * Outline a book and account for its characters. If the counts don't agree, the fault is the program's and not
 * the book's, so the plainest outline replaces the full one.
 * @param source the decoded text
 * @param before characters that were already taken out of the lines
 * @throws InputError if no chapter is found
 */
export function outlineBook(
  source: string,
  lines: Line[],
  before: Dropped[],
  overrides: Overrides,
  { outlined = (make) => make(), look }: OutlineSteps = {},
): Outlined {
  const outline = outlined(() => {
    const made = outlineWith(lines, overrides.list, overrides.placed);
    noteDecisions(lines, made, overrides);
    return made;
  });
  try {
    return accounted(source, outline, before, overrides, look);
  } catch (error) {
    if (!(error instanceof AccountingError)) throw error;
    return accounted(source, plainOutline(outline), before, overrides, look);
  }
}

function accounted(
  source: string,
  outline: Outline,
  before: Dropped[],
  overrides: Overrides,
  look: OutlineSteps['look'],
): Outlined {
  const dropped = [...outline.book.dropped];
  append(dropped, before);
  const book = { ...outline.book, dropped };
  const found = toEntries(book, overrides, look);
  return { outline: { ...outline, book }, found, accounting: account(source, book, found) };
}
