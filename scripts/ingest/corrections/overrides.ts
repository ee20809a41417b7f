import { squeeze } from '../../../src/lib/squeeze.ts';
import { overridesFileSchema, type Override } from '../../../src/schemas/overrides.ts';
import type { Dropped, Line } from '../model.ts';
import { markerOf } from '../language/case-markers.ts';
import { readYaml } from './yaml-file.ts';

/** An editor's corrections to one source, and which of them found what they speak of. */
export interface Overrides {
  list: Override[];
  matched: Set<Override>;
}

/** No corrections. */
export function noOverrides(): Overrides {
  return { list: [], matched: new Set() };
}

/**
 * The corrections for `source` (a file name without folder) out of an `overrides.yaml`.
 * @throws InputError where it is no YAML or breaks the schema.
 */
export function readOverrides(yaml: string, source: string): Overrides {
  // Parsing a long file takes a tenth of a second, and most sources have no overrides.
  if (!yaml.includes(source)) return noOverrides();
  const file = readYaml('overrides.yaml', yaml, overridesFileSchema, {});
  return { list: file[source] ?? [], matched: new Set() };
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
    overrides.matched.add(drop.override);
    dropped.push({ line: line.number, text: line.text, reason: 'override' });
    return { ...line, text: '' };
  });
  return { lines: kept, dropped };
}

/** What an editor says a line is: a heading of this level, prose, or nothing (`undefined`). */
export function forcedHeading(line: string, overrides: Overrides): 'chapter' | 'rule' | 'prose' | undefined {
  for (const override of overrides.list) {
    if ('heading' in override && squeeze(line) === squeeze(override.heading)) {
      overrides.matched.add(override);
      return override.as;
    }
  }
  return undefined;
}

/** Whether an editor says that the paragraph with this text goes on in the next one. */
export function forcedJoin(paragraph: string, overrides: Overrides): boolean {
  for (const override of overrides.list) {
    if ('join' in override && squeeze(paragraph).endsWith(squeeze(override.join))) {
      overrides.matched.add(override);
      return true;
    }
  }
  return false;
}

/** Whether a text starts with an editor's words, a marker before it such as 【案例】 left aside. */
export function startsWith(text: string, words: string): boolean {
  const inline = markerOf(text)?.inline ?? 0;
  const start = squeeze(words);
  return squeeze(text).startsWith(start) || squeeze(text.slice(inline)).startsWith(start);
}
