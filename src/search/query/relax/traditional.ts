import type { TraditionalTable } from '../../format/tables.ts';
import { unite, type Pages, type PhraseIndex } from '../../format/phrase-index.ts';

/** Ways to write a text that are tried. Real texts have fewer. */
const maxWays = 64;

function counterparts(table: TraditionalTable): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const characters = [...table];
  for (let at = 0; at + 1 < characters.length; at += 2) {
    const [from = '', to = ''] = characters.slice(at, at + 2);
    found.set(from, [...(found.get(from) ?? []), to]);
  }
  return found;
}

/** Whether a text has characters that the site may write in another script. */
export function hasCounterpart(text: string, table: TraditionalTable): boolean {
  const found = counterparts(table);
  return [...text].some((character) => found.has(character));
}

/** The text as the site most likely writes it. */
export function toSiteScript(text: string, table: TraditionalTable): string {
  const found = counterparts(table);
  return [...text].map((character) => found.get(character)?.[0] ?? character).join('');
}

/** All ways of writing a text in the site's script. If there are too many, only the likeliest. */
export function waysToWrite(text: string, table: TraditionalTable): string[] {
  const found = counterparts(table);
  let ways = [''];
  for (const character of text) {
    ways = ways.flatMap((way) => (found.get(character) ?? [character]).map((each) => way + each));
    if (ways.length > maxWays) return [toSiteScript(text, table)];
  }
  return ways;
}

/**
 * All ways of writing a text in the site's script that occur on the site, merged; the one with most pages comes
 * first.
 * @returns `undefined` if the site has none
 */
export async function inSiteScript(
  text: string,
  table: TraditionalTable,
  index: PhraseIndex,
): Promise<{ terms: string[]; pages: Pages } | undefined> {
  const found = counterparts(table);
  let ways: string[][] = [[]];
  for (const character of text) {
    const longer = ways.flatMap((way) => (found.get(character) ?? [character]).map((each) => [...way, each]));
    if (longer.length === 1) {
      ways = longer;
      continue;
    }
    // If a pair of characters is nowhere, so is the text.
    const known = await Promise.all(
      longer.map(async (way) => (await index.phrase(way.slice(-2).join(''))).size > 0),
    );
    ways = longer.filter((_, position) => known[position]).slice(0, maxWays);
  }
  const written = await Promise.all(
    ways.map(async (way) => ({ term: way.join(''), pages: await index.phrase(way.join('')) })),
  );
  const there = written.filter(({ pages }) => pages.size > 0).sort((a, b) => b.pages.size - a.pages.size);
  if (there.length === 0) return undefined;
  return { terms: there.map(({ term }) => term), pages: unite(there.map(({ pages }) => pages)) };
}
