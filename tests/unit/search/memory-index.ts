import type { Block } from '../../../src/search/format/block.ts';
import { fold } from '../../../src/search/format/fold.ts';
import { placeApart } from '../../../src/search/query/relax/typos.ts';
import type { PhraseIndex } from '../../../src/search/format/phrase-index.ts';
import { must } from '../../../src/lib/must.ts';

/** An index over a few texts, by reading them; the texts' positions are the pages. */
export function memoryIndex(texts: Record<string, string>, vocabulary: string[] = []): PhraseIndex {
  const pages = Object.values(texts).map((text, page) => ({ page, text: fold(text) }));
  return {
    size: pages.length,
    vocabulary,
    phrase: (text) =>
      Promise.resolve(
        new Map(
          pages
            .filter((page) => page.text.includes(text))
            .map((page) => [page.page, page.text.indexOf(text)]),
        ),
      ),
    apart: ([before, after], between) =>
      Promise.resolve(
        new Map(
          pages
            .map(({ page, text }) => [page, placeApart(text, before, after, between)] as const)
            .filter(([, place]) => place >= 0),
        ),
      ),
    scattered: (text) => {
      const places = (page: string) => [...text].map((character) => page.indexOf(character));
      const having = pages.filter((page) => places(page.text).every((place) => place >= 0));
      const spread = (page: string) => Math.max(...places(page)) - Math.min(...places(page)) + 1;
      return Promise.resolve(new Map(having.map((page) => [page.page, spread(page.text)])));
    },
    text: (page) => Promise.resolve([['', must(Object.values(texts)[page])] satisfies Block]),
  };
}
