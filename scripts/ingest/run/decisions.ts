import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Override } from '../../../src/schemas/overrides.ts';
import { decisionsOf } from '../corrections/decisions.ts';
import { noteMatch, nowhere, type Overrides, type Placed } from '../corrections/overrides.ts';
import { InputError } from '../input-error.ts';
import type { Line, Paragraph } from '../model.ts';
import { buildOutline, type Outline } from '../outline/outline.ts';

/** A correction that decides how the text is outlined: what a line is, or where a paragraph goes on. */
type Decision = Extract<Override, { heading: string } | { join: string }>;

/** Outline a book with an editor's corrections. */
export function outlineWith(lines: Line[], list: readonly Override[], placed: Placed = nowhere()): Outline {
  return buildOutline(lines, decisionsOf(list, placed));
}

/**
 * Note which decisions match words of the source, and which of them change the book. Most effects are visible:
 * without any decision, the line was no such heading, or the paragraph ended. Only if that leaves a doubt is the
 * book outlined again without that one decision.
 */
export function noteDecisions(lines: Line[], outline: Outline, overrides: Overrides): void {
  notePlaced(outline, overrides);
  const decisions = overrides.list.filter(
    (override): override is Decision =>
      override.line === undefined && ('heading' in override || 'join' in override),
  );
  const matched = decisions.filter((decision) => lines.some(({ text }) => speaksOf(decision, text)));
  if (matched.length === 0) return;
  const bare = outlineIfAny(
    lines,
    overrides.list.filter((override) => !matched.some((each) => each === override)),
    overrides.placed,
  );
  const withAll = bookText(outline);
  let needed: readonly Override[] = overrides.list;
  // From the last to the first, so that of two with the same words the first is the one that counts.
  for (const decision of matched.toReversed()) {
    const others = needed.filter((each) => each !== decision);
    const isTwin = others.some((each) => wordsOf(each) === wordsOf(decision));
    const isVisible = bare !== undefined && !isSo(bare, decision) && isSo(outline, decision);
    const without =
      bare && (isTwin || !isVisible) ? outlineIfAny(lines, others, overrides.placed) : undefined;
    const isEffective = !without || bookText(without) !== withAll;
    noteMatch(overrides, decision, isEffective);
    if (!isEffective) needed = others;
  }
}

/**
 * Note the decisions that name their line. Their editor has seen the line, so they count as used if the book is
 * as they want it, even if it would be so without them.
 */
function notePlaced({ headings, furniture, lines }: Outline, overrides: Overrides): void {
  const levels = new Map(
    headings.flatMap(({ first, last, level }) =>
      lines.slice(first, last + 1).map(({ number }) => [number, level] as const),
    ),
  );
  const left = new Set([...furniture.lines].map((index) => lines[index]?.number));
  for (const override of overrides.list) {
    const line = overrides.placed.lines.get(override);
    if (line === undefined) continue;
    if ('join' in override || 'split' in override) noteMatch(overrides, override, true);
    else if ('heading' in override) {
      const level = levels.get(line);
      noteMatch(
        overrides,
        override,
        override.as === 'prose' ? level === undefined && !left.has(line) : level === override.as,
      );
    }
  }
}

/** Words by which two decisions about one line are known. */
function wordsOf(override: Override): string | undefined {
  if ('heading' in override) return `heading ${squeeze(override.heading)}`;
  return 'join' in override ? `join ${squeeze(override.join)}` : undefined;
}

function speaksOf(decision: Decision, text: string): boolean {
  return 'heading' in decision
    ? squeeze(text) === squeeze(decision.heading)
    : squeeze(text).endsWith(squeeze(decision.join));
}

/** Whether an outline made without a decision is as the decision wants it. */
function isSo({ headings, furniture, lines, book }: Outline, decision: Decision): boolean {
  if ('join' in decision)
    return !paragraphsOf(book).some(({ text }) => squeeze(text).endsWith(squeeze(decision.join)));
  const isLine = (index: number) => speaksOf(decision, lines[index]?.text ?? '');
  const levels = headings.filter(({ first, last }) => isLine(first) || isLine(last));
  if (decision.as === 'prose') return levels.length === 0 && ![...furniture.lines].some(isLine);
  return levels.some(({ level }) => level === decision.as);
}

/** A book without its decisions may have no chapter at all. */
function outlineIfAny(lines: Line[], list: readonly Override[], placed: Placed): Outline | undefined {
  try {
    return outlineWith(lines, list, placed);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function paragraphsOf({ front, chapters }: Outline['book']): Paragraph[] {
  return [
    ...front.flatMap(({ paragraphs }) => paragraphs),
    ...chapters.flatMap(({ opening, rules }) => [
      ...opening,
      ...rules.flatMap(({ paragraphs }) => paragraphs),
    ]),
  ];
}

/** What a reader gets of a book, to compare two. */
function bookText({ book, levels }: Outline): string {
  return JSON.stringify([book.front, book.chapters, book.dropped, levels]);
}
