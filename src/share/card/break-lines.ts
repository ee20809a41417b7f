import { must } from '../../lib/must.ts';

/** A unit that no line break divides: a Han character with the punctuation that clings to it, or a word. */
export interface Unit {
  text: string;
  /** In thousandths of the type size. */
  width: number;
  /** Whether a space comes before it. It is dropped at a line's start. */
  spaced: boolean;
  /** It belongs to the word, or to the Latin name of several words, of the unit before it. */
  goesOn: boolean;
}

/** Punctuation that starts no line, and punctuation that ends none. */
const closing = /^[，。、；：！？…—）》」』】〉”’％·,.;:!?)\]}%]$/u;
const opening = /^[（《「『【〈“‘([{]$/u;
const wide = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]$/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Latin words with single spaces between them: Lost & Found. */
const latinName = /[A-Za-z][\w&'’.-]*(?: (?:&|[A-Za-z][\w&'’.-]*))+/g;

/** Where words start. In a Chinese text, the Latin words of one name are one. */
function wordStarts(text: string): Set<number> {
  const starts = new Set(Array.from(segmenter.segment(text), ({ index }) => index));
  // An English text may break between any two.
  const names = /\p{Script=Han}/u.test(text) ? text.matchAll(latinName) : [];
  for (const { 0: name, index } of names)
    for (let at = index + 1; at < index + name.length; at += 1) starts.delete(at);
  return starts;
}

/**
 * Cut text into units between which a line may break.
 * @param advance Width of a character in thousandths of the type size.
 * @param longest A word that is wider, such as an address, is divided where it has to be.
 */
export function toUnits(text: string, advance: (character: string) => number, longest = Infinity): Unit[] {
  const units: Unit[] = [];
  const starts = wordStarts(text);
  let glued = false;
  let spaced = false;
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    if (/\s/u.test(character)) {
      spaced = true;
      glued = false;
      continue;
    }
    const last = units.at(-1);
    const inWord = last !== undefined && !wide.test(character) && !wide.test([...last.text].at(-1) ?? '');
    const fits = last === undefined || last.width + advance(character) <= longest || !inWord;
    if (last !== undefined && !spaced && fits && (glued || inWord || closing.test(character))) {
      last.text += character;
      last.width += advance(character);
    } else units.push({ text: character, width: advance(character), spaced, goesOn: !starts.has(start) });
    glued = opening.test(character);
    spaced = false;
  }
  return units;
}

/** What breaks are worth avoiding for: as much as lines that are two characters, or four, from even. */
const costs = { inPhrase: 4_000_000, inWord: 16_000_000 };

/**
 * Break units into lines of at most `measure`. Lines are as even as possible and rather break after punctuation
 * than inside a phrase, and there rather than inside a word. Minimises the sum of squared slack by dynamic
 * programming, as in Knuth and Plass, “Breaking Paragraphs into Lines” (1981).
 *
 * @param measure Line length in thousandths of the type size.
 * @returns `undefined` if a unit is longer than a line or the text needs more than `most` lines.
 */
export function breakLines(
  units: readonly Unit[],
  { measure, space, most }: { measure: number; space: number; most: number },
): string[] | undefined {
  const fewest = countLines(units, measure, space);
  if (fewest === undefined || fewest > most) return undefined;
  // best[lines][end]: the least cost of setting units up to `end` in that number of lines, and where the last line starts.
  const best: { cost: number; start: number }[][] = [[{ cost: 0, start: 0 }]];
  const total = units.reduce((sum, unit) => sum + unit.width + (unit.spaced ? space : 0), 0);
  const even = total / fewest;
  for (let line = 1; line <= fewest; line += 1) {
    const row: { cost: number; start: number }[] = [];
    for (let end = 1; end <= units.length; end += 1) {
      let width = 0;
      for (let start = end - 1; start >= 0; start -= 1) {
        const unit = must(units[start]);
        width += unit.width + (start > 0 && start < end - 1 && must(units[start + 1]).spaced ? space : 0);
        if (width > measure) break;
        const before = must(best[line - 1])[start];
        if (before === undefined) continue;
        const pauses = end === units.length || /[\s，。、；：！？,;:]$/u.test(must(units[end - 1]).text);
        const parts = units[end]?.goesOn === true;
        const cost = before.cost + (width - even) ** 2 + (parts ? costs.inWord : pauses ? 0 : costs.inPhrase);
        if (cost < (row[end]?.cost ?? Infinity)) row[end] = { cost, start };
      }
    }
    best.push(row);
  }
  const lines: string[] = [];
  for (let line = fewest, end = units.length; line > 0; line -= 1) {
    const { start } = must(must(best[line])[end]);
    lines.unshift(
      units
        .slice(start, end)
        .map((unit, index) => `${unit.spaced && index > 0 ? ' ' : ''}${unit.text}`)
        .join(''),
    );
    end = start;
  }
  return lines;
}

/** How many lines the text takes if each is filled; `undefined` if a unit is longer than a line. */
function countLines(units: readonly Unit[], measure: number, space: number): number | undefined {
  let lines = 1;
  let width = 0;
  for (const unit of units) {
    if (unit.width > measure) return undefined;
    const added = unit.width + (unit.spaced && width > 0 ? space : 0);
    if (width + added > measure) {
      lines += 1;
      width = unit.width;
    } else width += added;
  }
  return lines;
}
