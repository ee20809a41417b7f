import { readEntries } from '../../../src/search/build/read-entries.ts';
import type { SearchEntry } from '../../../src/search/build/entry.ts';
import { siteEnvironment } from '../../lib/environment.ts';
import { beginnings, learn, write } from '../../../samples/made-text.ts';
import { seededRandom } from '../../../samples/random.ts';

/** The built edition's own entries. Throws ENOENT if nothing was built. */
export async function editionCorpus(): Promise<SearchEntry[]> {
  const { contentDir, distDir } = siteEnvironment();
  return await readEntries({ contentDir, distDir });
}

/**
 * Pages of about 1,000 characters that read like the edition's text from afar: each character follows the two before it as
 * often as in the edition. The same for the same numbers.
 *
 * @param book Which one of several corpora of this size.
 */
export function madeCorpus(pages: number, from: readonly SearchEntry[], book = 0): SearchEntry[] {
  const random = seededRandom(pages + 1_000_003 * book);
  const texts = from.flatMap(({ blocks }) => blocks.map(([, text]) => text));
  const successors = learn(texts);
  const starts = beginnings(successors);
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
