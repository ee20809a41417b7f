import { parse } from 'yaml';
import { overridesFileSchema, type Override } from '../../../src/schemas/overrides.ts';
import type { Dropped, Line } from '../model.ts';

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
 * @throws where the file is no YAML or breaks the schema; the message names the place.
 */
export function readOverrides(yaml: string, source: string): Overrides {
  const file = overridesFileSchema.parse(parse(yaml) ?? {});
  return { list: file[source] ?? [], matched: new Set() };
}

/** Text as it is compared: letter widths folded, no white space, no zero-width or direction marks. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff\0]/g, '');
}

/** Leave out the lines that an editor drops. */
export function dropLines(lines: Line[], overrides: Overrides): { lines: Line[]; dropped: Dropped[] } {
  const drops = overrides.list.flatMap((o) =>
    'drop' in o ? [{ override: o, words: squeezed(o.drop) }] : [],
  );
  if (drops.length === 0) return { lines, dropped: [] };
  const dropped: Dropped[] = [];
  const kept = lines.map((line) => {
    const words = squeezed(line.text);
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
    if ('heading' in override && squeezed(line) === squeezed(override.heading)) {
      overrides.matched.add(override);
      return override.as;
    }
  }
  return undefined;
}

/** Whether an editor says that the paragraph with this text goes on in the next one. */
export function forcedJoin(paragraph: string, overrides: Overrides): boolean {
  for (const override of overrides.list) {
    if ('join' in override && squeezed(paragraph).endsWith(squeezed(override.join))) {
      overrides.matched.add(override);
      return true;
    }
  }
  return false;
}
