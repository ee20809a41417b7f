import type { Line } from '../../model.ts';
import { numberingOf, type Numbering } from '../../language/numbering.ts';
import { isTitle, parted } from './parted.ts';

/** A single one may be an amount. */
const fewestClauses = 2;
/** This share of the decimals must count up, each below the chapter whose number it has. */
const minInOrder = 0.9;
/** So many numbers may be missing between two. */
const maxLost = 2;
/** A book of which fewer decimals than this have their text on the line has titles behind them. */
const minClauses = 0.25;
/** Chapters have ranks up to this one, or are numbered 1. 2. 3. */
const lowestDivision = 4;

interface Decimal {
  at: number;
  length: number;
  isClause: boolean;
}

/**
 * Separate the numbers of clauses from the text behind them on the same line, in a procedure whose chapter 3 has the clauses
 * 3.1, 3.2, 3.3, so that each number is the heading of a rule. A number followed by a title stays as it is.
 */
export function splitDecimals(lines: Line[], start: number): Line[] {
  const decimals = findDecimals(lines, start);
  const clauses = decimals.filter(({ isClause }) => isClause);
  if (clauses.length < Math.max(fewestClauses, minClauses * decimals.length)) return lines;
  const lengths = new Map(clauses.map(({ at, length }) => [at, length]));
  return lines.flatMap((line, at): Line[] => {
    const length = lengths.get(at);
    return length === undefined ? [line] : (parted(line, length) ?? [line]);
  });
}

/** The decimals that count up below the chapters of their first number; none if too many others are there. */
function findDecimals(lines: Line[], start: number): Decimal[] {
  const found: Decimal[] = [];
  const chapters = new Set<number>();
  let last: Numbering | undefined;
  let others = 0;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    const text = line?.text.trim() ?? '';
    const numbering = mayHaveNumber(line, text) ? numberingOf(text) : undefined;
    if (numbering?.number === undefined) continue;
    if (isDivision(numbering)) chapters.add(numbering.number);
    if (numbering.scheme !== 'N.N' || line?.format?.kind === 'heading') continue;
    if (!follows(last, numbering, chapters)) {
      others += 1;
      continue;
    }
    last = numbering;
    const length = numbering.label.length;
    const behind = text.slice(length);
    found.push({ at, length, isClause: !isTitle(behind.trim(), behind !== behind.trim()) });
  }
  return found.length >= minInOrder * (found.length + others) ? found : [];
}

function mayHaveNumber(line: Line | undefined, text: string): boolean {
  const kind = line?.format?.kind ?? 'paragraph';
  return text !== '' && (kind === 'paragraph' || kind === 'heading');
}

function isDivision({ scheme, rank }: Numbering): boolean {
  return rank <= lowestDivision || scheme === 'N' || scheme === '一、';
}

/** Whether a clause is next behind the last one, or the first of a chapter that lies behind. */
function follows(
  last: Numbering | undefined,
  { parent = 0, number = 0 }: Numbering,
  chapters: ReadonlySet<number>,
): boolean {
  const above = last?.parent ?? 0;
  if (parent !== above) return number === 1 && chapters.has(parent) && (parent > above || parent === 1);
  const step = number - (last?.number ?? 0);
  return step >= 1 && step <= 1 + maxLost;
}
