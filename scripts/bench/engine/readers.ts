import type { SearchEntry } from '../../../src/search/build/entry.ts';
import { searchTables } from '../../../src/search/build/tables.ts';
import { answerFromEngine } from '../../../src/search/engine/answer.ts';
import { Engine } from '../../../src/search/engine/ask.ts';
import { askCluster } from '../../opensearch/ask-cluster.ts';

/** What readers got who asked all at once. */
export interface Read {
  /** Milliseconds of each search. */
  times: number[];
  /** How many pages each query found; -1 if it was not answered. */
  found: number[];
}

/** Searches by this many readers at once, none of whom pauses. `each` is told how many have been answered. */
export async function readersAsk(
  urls: readonly string[],
  queries: readonly string[],
  pages: readonly SearchEntry[],
  readers: number,
  each: (answered: number) => void = () => undefined,
): Promise<Read> {
  const engine = new Engine(askCluster(urls));
  const tables = searchTables(pages, []);
  const times: number[] = [];
  const found = queries.map(() => -1);
  await Promise.all(
    Array.from({ length: readers }, async (_, reader) => {
      for (let at = reader; at < queries.length; at += readers) {
        const began = performance.now();
        const answered = await answerFromEngine(
          queries[at] ?? '',
          engine,
          () => Promise.resolve(tables),
          'zh',
          {
            counted: ['type', 'chapter'],
          },
        ).catch(() => undefined);
        times.push(performance.now() - began);
        found[at] = answered?.results.found ?? -1;
        each(times.length);
      }
    }),
  );
  return { times, found };
}
