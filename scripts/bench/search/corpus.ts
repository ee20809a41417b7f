import { readEntries } from '../../../src/search/build/read-entries.ts';
import type { SearchEntry } from '../../../src/search/build/entry.ts';
import { siteEnvironment } from '../../lib/environment.ts';
import { seededRandom, type Random } from '../../../samples/random.ts';

/** The built edition's own entries. Throws ENOENT where nothing was built. */
export async function editionCorpus(): Promise<SearchEntry[]> {
  const { contentDir, distDir } = siteEnvironment();
  return await readEntries({ contentDir, distDir });
}

/** Characters by the two before them, as the edition's text has them. */
type Successors = Map<string, string[]>;

function learn(texts: Iterable<string>): Successors {
  const successors: Successors = new Map();
  for (const text of texts) {
    for (let at = 2; at < text.length; at += 1) {
      const before = text.slice(at - 2, at);
      const known = successors.get(before);
      if (known) known.push(text.charAt(at));
      else successors.set(before, [text.charAt(at)]);
    }
  }
  return successors;
}

function write(length: number, starts: readonly string[], successors: Successors, random: Random): string {
  let text = '';
  let before = random.pick(starts);
  while (text.length < length) {
    const next = successors.get(before);
    // A little chance, so that pages are not made of the same few runs.
    const character =
      next && !random.chance(0.04) ? random.pick(next) : random.pick(random.pick(starts).split(''));
    text += character;
    before = before.charAt(1) + character;
  }
  return text;
}

/**
 * Pages of about 1,000 characters that read like the edition's text from afar: each character follows the two before it as
 * often as in the edition. The same for the same number.
 */
export function madeCorpus(pages: number, from: readonly SearchEntry[]): SearchEntry[] {
  const random = seededRandom(pages);
  const texts = from.flatMap(({ blocks }) => blocks.map(([, text]) => text));
  const successors = learn(texts);
  const starts = [...successors.keys()].filter((pair) => /^\p{Script=Han}{2}$/u.test(pair));
  const words = from.flatMap(({ keywords }) => keywords?.zh ?? []);
  return Array.from({ length: pages }, (_, index): SearchEntry => {
    const paragraph = () => write(160 + random.below(80), starts, successors, random);
    const title = write(8 + random.below(6), starts, successors, random).replace(/[^\p{Script=Han}]/gu, '');
    const chapter = String(1 + Math.floor(index / 4)).padStart(2, '0');
    return {
      type: 'rule',
      id: `${chapter}-${String(1 + (index % 4)).padStart(2, '0')}`,
      title: { zh: `${title}${random.pick(starts)}` },
      keywords: { zh: Array.from({ length: 4 }, () => random.pick(words)) },
      blocks: Array.from({ length: 5 }, (_unused, at) => [`p-${String(at)}`, paragraph()] as const),
    };
  });
}
