import { bisect } from '../../../src/lib/bisect.ts';
import { squeeze } from '../../../src/lib/squeeze.ts';
import { overridesFileSchema, type Override } from '../../../src/schemas/overrides.ts';
import type { Dropped, Line } from '../model.ts';
import { markerOf } from '../language/case-markers.ts';
import { findLine, wordsOf } from './anchors.ts';
import { LineIndex } from './line-index.ts';
import { readYaml } from './yaml-file.ts';
import { own } from '../../../src/lib/own.ts';

/** An editor's corrections to one source. */
export interface Overrides {
  list: Override[];
  /** Those whose words the source has. */
  matched: Set<Override>;
  /** Those of them without which the book would be another. */
  effective: Set<Override>;
  placed: Placed;
}

/** The results of corrections of one line in this edition. */
export interface Placed {
  /** Numbers of the lines that they hold for; absent for what was found nowhere. */
  lines: Map<Override, number>;
  /** Those whose line has other words in this edition. */
  edited: Set<Override>;
}

/** No corrections. */
export function noOverrides(): Overrides {
  return overridesOf([]);
}

/** Corrections of which nothing is known yet. */
export function overridesOf(list: Override[]): Overrides {
  return { list, matched: new Set(), effective: new Set(), placed: nowhere() };
}

/** Where no correction names a line. */
export const nowhere = (): Placed => ({ lines: new Map(), edited: new Set() });

/** Note that a correction's words were found, and whether it changed anything. */
export function noteMatch(overrides: Overrides, override: Override, isEffective: boolean): void {
  overrides.matched.add(override);
  if (isEffective) overrides.effective.add(override);
}

/**
 * The corrections for `source` (a file name without folder) in an `overrides.yaml`.
 * @throws InputError if it isn't YAML or breaks the schema.
 */
export function readOverrides(yaml: string, source: string): Overrides {
  // Parsing a long file takes a tenth of a second, and most sources have no overrides.
  if (!yaml.includes(source)) return noOverrides();
  const file = readYaml('overrides.yaml', yaml, overridesFileSchema, {});
  return overridesOf(own(file, source) ?? []);
}

/** Find the lines of the corrections that hold for one line. */
export function placeOverrides(overrides: Overrides, lines: Line[]): Overrides {
  const { list, placed } = overrides;
  const named = list.filter(({ line }) => line !== undefined);
  if (named.length === 0) return overrides;
  const index = new LineIndex(lines);
  for (const override of named) {
    const number = findLine(override, index);
    if (number === undefined) continue;
    placed.lines.set(override, number);
    const { words, fit } = wordsOf(override);
    if (!index.has(index.at(number) ?? -1, squeeze(words), fit)) placed.edited.add(override);
  }
  return overrides;
}

/** Leave out the lines that an editor drops. */
export function dropLines(lines: Line[], overrides: Overrides): { lines: Line[]; dropped: Dropped[] } {
  const drops = overrides.list.flatMap((o) => ('drop' in o ? [{ override: o, words: squeeze(o.drop) }] : []));
  if (drops.length === 0) return { lines, dropped: [] };
  const anywhere = new Map(
    drops.filter(({ override }) => override.line === undefined).map((drop) => [drop.words, drop]),
  );
  const here = new Map(drops.map((drop) => [overrides.placed.lines.get(drop.override), drop]));
  const dropped: Dropped[] = [];
  const kept = lines.map((line) => {
    const drop = here.get(line.number) ?? (anywhere.size > 0 ? anywhere.get(squeeze(line.text)) : undefined);
    if (!drop || line.text.trim() === '') return line;
    noteMatch(overrides, drop.override, true);
    dropped.push({ line: line.number, text: line.text, reason: 'override' });
    return { ...line, text: '' };
  });
  return { lines: kept, dropped };
}

/** Part the lines within which an editor has a paragraph start; the parts keep the line's number. */
export function partLines(lines: Line[], overrides: Overrides): Line[] {
  const splits = overrides.list.flatMap((o) =>
    'split' in o ? [{ override: o, words: squeeze(o.split) }] : [],
  );
  if (splits.length === 0) return lines;
  const here = Map.groupBy(splits, ({ override }) => overrides.placed.lines.get(override));
  const anywhere = splits.filter(({ override }) => override.line === undefined);
  return lines.flatMap((line) => {
    // A row, a note or a picture is written as one piece.
    if (line.format?.markdown !== undefined) return [line];
    const starts = [...(here.get(line.number) ?? []), ...anywhere]
      .map(({ words }) => startOf(words, line.text))
      .filter((start) => start > 0)
      .sort((a, b) => a - b);
    return [0, ...starts]
      .map((start, i) => ({ ...line, text: line.text.slice(start, starts[i]) }))
      .map((part, i) => (i === 0 ? part : { ...part, pageBreak: false }))
      .filter(({ text }, i) => i === 0 || text !== '');
  });
}

/** Where words start in a text, white space and letter widths aside; −1 if they don't, or if nothing is before them. */
function startOf(words: string, text: string): number {
  const at = squeeze(text).indexOf(words);
  if (at <= 0) return -1;
  // Folding may change the number of characters, so the place is found by what is before it.
  return bisect(text.length, (start) => squeeze(text.slice(0, start)).length < at);
}

/** Whether a correction that names its line speaks of one of these; `undefined` for one that names none. */
export function isWithin(
  override: Override,
  [first, last]: [number, number],
  { placed }: Overrides,
): boolean | undefined {
  if (override.line === undefined) return undefined;
  const number = placed.lines.get(override);
  return number !== undefined && number >= first && number <= last;
}

/** Whether a text starts with an editor's words, a marker before it such as 【案例】 left aside. */
export function startsWith(text: string, words: string): boolean {
  const inline = markerOf(text)?.inline ?? 0;
  const start = squeeze(words);
  return squeeze(text).startsWith(start) || squeeze(text.slice(inline)).startsWith(start);
}
