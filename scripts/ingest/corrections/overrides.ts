import { squeeze } from '../../../src/lib/squeeze.ts';
import { overridesFileSchema, type Override } from '../../../src/schemas/overrides.ts';
import type { Dropped, Line } from '../model.ts';
import { markerOf } from '../language/case-markers.ts';
import { readYaml } from './yaml-file.ts';
import { own } from '../../../src/lib/own.ts';

/** An editor's corrections to one source. */
export interface Overrides {
  list: Override[];
  /** Those whose words the source has. */
  matched: Set<Override>;
  /** Those of them without which the book would be another. */
  effective: Set<Override>;
}

/** No corrections. */
export function noOverrides(): Overrides {
  return withOverrides([]);
}

function withOverrides(list: Override[]): Overrides {
  return { list, matched: new Set(), effective: new Set() };
}

/** Note that a correction's words were found, and whether it changed anything. */
export function noteMatch(overrides: Overrides, override: Override, isEffective: boolean): void {
  overrides.matched.add(override);
  if (isEffective) overrides.effective.add(override);
}

/**
 * The corrections for `source` (a file name without folder) out of an `overrides.yaml`.
 * @throws InputError where it is no YAML or breaks the schema.
 */
export function readOverrides(yaml: string, source: string): Overrides {
  // Parsing a long file takes a tenth of a second, and most sources have no overrides.
  if (!yaml.includes(source)) return noOverrides();
  const file = readYaml('overrides.yaml', yaml, overridesFileSchema, {});
  return withOverrides(own(file, source) ?? []);
}

/** Leave out the lines that an editor drops. */
export function dropLines(lines: Line[], overrides: Overrides): { lines: Line[]; dropped: Dropped[] } {
  const drops = overrides.list.flatMap((o) => ('drop' in o ? [{ override: o, words: squeeze(o.drop) }] : []));
  if (drops.length === 0) return { lines, dropped: [] };
  const dropped: Dropped[] = [];
  const kept = lines.map((line) => {
    const words = squeeze(line.text);
    const drop = drops.find((each) => each.words === words);
    if (!drop) return line;
    noteMatch(overrides, drop.override, true);
    dropped.push({ line: line.number, text: line.text, reason: 'override' });
    return { ...line, text: '' };
  });
  return { lines: kept, dropped };
}

/** What an editor says a line is: a heading of this level, prose, or nothing (`undefined`). */
export function forcedHeading(
  line: string,
  list: readonly Override[],
): 'chapter' | 'rule' | 'prose' | undefined {
  for (const override of list)
    if ('heading' in override && squeeze(line) === squeeze(override.heading)) return override.as;
  return undefined;
}

/** Whether an editor says that the paragraph with this text goes on in the next one. */
export function forcedJoin(paragraph: string, list: readonly Override[]): boolean {
  return list.some((override) => 'join' in override && squeeze(paragraph).endsWith(squeeze(override.join)));
}

/** Whether a text starts with an editor's words, a marker before it such as 【案例】 left aside. */
export function startsWith(text: string, words: string): boolean {
  const inline = markerOf(text)?.inline ?? 0;
  const start = squeeze(words);
  return squeeze(text).startsWith(start) || squeeze(text.slice(inline)).startsWith(start);
}
