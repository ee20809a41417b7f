import { must } from '../../../../src/lib/must.ts';
import { matchKey } from '../../../../src/lib/squeeze.ts';
import type { Toc } from '../../contents/toc.ts';
import { isProse } from '../../language/prose.ts';
import type { Line } from '../../model.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import { findFurniture, type Furniture } from '../../page/furniture/furniture.ts';
import type { ForcedHeading, Heading } from '../../page/heading.ts';

/** Find the page furniture around headings that are known. */
export function furnitureOf(
  body: BodyLines,
  toc: Toc | undefined,
  lines: Line[],
  headings: Heading[],
  forced: ForcedHeading,
): Furniture {
  const titles = titleKeys(lines, toc, headings);
  return findFurniture(body, headings, titles, forced, bookNames(lines, toc, headings));
}

/** Titles that running heads may repeat: of chapters, of rules, and of the book. */
function titleKeys(lines: Line[], toc: Toc | undefined, headings: Heading[]): Set<string> {
  const keys = new Set<string>();
  for (const { key } of toc?.entries ?? []) keys.add(key);
  for (const { title, whole } of headings) keys.add(matchKey(title)).add(matchKey(whole));
  for (const name of bookNames(lines, toc, headings)) keys.add(matchKey(name));
  keys.delete('');
  return keys;
}

/** What may be the book's title: its first three lines, unless they are long or running text. */
function bookNames(lines: Line[], toc: Toc | undefined, headings: Heading[]): string[] {
  const names: string[] = [];
  let left = 3;
  for (let i = 0; i < Math.min(lines.length, toc?.start ?? headings[0]?.first ?? 0) && left > 0; i += 1) {
    const text = must(lines[i]).text.trim();
    if (text === '') continue;
    left -= 1;
    const key = matchKey(text);
    if (key.length >= 3 && key.length <= 30 && !isProse(text)) names.push(text);
  }
  return names;
}
