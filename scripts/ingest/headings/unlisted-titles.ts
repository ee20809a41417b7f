import type { Toc } from '../contents/toc.ts';
import { isProse, visibleLength } from '../language/prose.ts';
import { keysOf, type BodyLines, type HeadingReading } from '../page/body-lines.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { freeLines, linesOf } from './free-lines.ts';
import { headingOf } from './heading-of.ts';

/** If there are more title-like lines than this share of the rules found, all are sub-headings. */
const maxExtraShare = 0.34;
/** A title may be longer than those of the table of contents by this factor and this many characters. */
const lengthFactor = 1.5;
const lengthSlack = 3;

/** A label above a line: 【案例】. */
const startsWithLabel = /^[【〖［[].{1,20}[】〗］\]]/;

/** Rules that the table of contents lacks: title-like lines between two stretches of running text. */
export function findTitledRules(
  body: BodyLines,
  toc: Toc,
  known: Heading[],
  chapters: Heading[],
  forced: ForcedHeading,
): Heading[] {
  const taken = linesOf(known);
  const titles = new Set(toc.entries.map(({ key }) => key));
  const ownChapters = new Set(chapters.filter(({ level }) => level === 'chapter'));
  const maxLength =
    Math.max(0, ...toc.entries.map(({ title }) => visibleLength(title))) * lengthFactor + lengthSlack;
  const seen = new Map<string, number>();
  const inListed: Heading[] = [];
  const inOwn: Heading[] = [];
  let current: Heading | undefined;
  let texts = 0;
  for (const { reading, passed } of freeLines(body, known, forced)) {
    for (const heading of passed) {
      // A chapter that only the body has goes on below its rules.
      if (heading.level !== 'rule' || !current || !ownChapters.has(current)) current = heading;
      texts = 0;
    }
    if (!current) continue;
    texts += 1;
    if (!isUnlistedTitle(reading, body, titles)) continue;
    const key = wholeKey(reading);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (visibleLength(reading.whole) > maxLength) continue;
    if (!isAboveText(reading.first, body, taken) || !isBelowText(reading.first, current, texts, body))
      continue;
    (ownChapters.has(current) ? inOwn : inListed).push(headingOf('rule', reading));
  }
  const rules = known.filter(({ level }) => level === 'rule').length;
  const isUnique = ({ first }: Heading): boolean => seen.get(wholeKey(body.readLine(first))) === 1;
  const listed = inListed.filter(isUnique);
  return [...inOwn.filter(isUnique), ...(listed.length <= Math.max(1, rules * maxExtraShare) ? listed : [])];
}

/** The key of a line as printed, numbering included. */
function wholeKey(reading: HeadingReading): string {
  return keysOf(reading).at(-1) ?? '';
}

function isUnlistedTitle(reading: HeadingReading, body: BodyLines, titles: ReadonlySet<string>): boolean {
  return (
    reading.numbering === undefined &&
    body.looksLikeTitle(reading.first) &&
    !keysOf(reading).some((key) => titles.has(key))
  );
}

function isAboveText(index: number, body: BodyLines, taken: ReadonlySet<number>): boolean {
  const below = body.next(index);
  return below >= 0 && !taken.has(below);
}

/**
 * Whether the text above a line has ended, so that a rule can start.
 * @param texts how many lines of text there are from the heading above to this line, itself included
 */
function isBelowText(index: number, heading: Heading, texts: number, body: BodyLines): boolean {
  const above = body.text(body.previous(index));
  const mayBeEpigraph = heading.level === 'chapter' && (texts === 2 || texts === 3);
  // Between a chapter's heading and its first rule, a short line behind the first sentence names who said it.
  if (mayBeEpigraph && isProse(above)) return false;
  if (startsWithLabel.test(above)) return false;
  return texts === 1 || body.endsAbove(index) || (texts === 3 && heading.level === 'chapter');
}
