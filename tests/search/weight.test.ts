import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered } from '../browser/search-answers.ts';
import { openBuiltSearch, type BuiltSearch } from './open-search.ts';
import { QuerySets } from '../../samples/query-sets.ts';
import { must } from '../../src/lib/must.ts';

let built: BuiltSearch;
beforeAll(async () => {
  built = await openBuiltSearch({ compress: true });
});
afterAll(() => built.close());

/** Bytes over the wire, headers included, from the moment a reader comes to the searchbox: for a first query, and for one more. */
async function weigh(first: string, next: string): Promise<{ cold: number; next: number }> {
  const page = await built.site.newReader();
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const searchFiles = new Map<string, boolean>();
  let bytes = 0;
  const underWay = new Set<string>();
  client.on('Network.requestWillBeSent', ({ requestId }) => underWay.add(requestId));
  client.on('Network.loadingFailed', ({ requestId }) => underWay.delete(requestId));
  client.on('Network.responseReceived', ({ requestId, response }) => {
    const { pathname } = new URL(response.url);
    // The page itself and what every page of the site loads are no part of a search.
    searchFiles.set(requestId, /\/pagefind\/|\/_astro\/(?!BaseLayout)/.test(pathname));
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    underWay.delete(requestId);
    if (searchFiles.get(requestId)) bytes += encodedDataLength;
  });
  /** Wait until nothing has been under way for half a second. */
  const silence = async () => {
    for (let quiet = 0; quiet < 10; quiet = underWay.size === 0 ? quiet + 1 : 0) await sleep(50);
  };
  await page.goto(built.site.at('/search/'));
  const ask = async (typed: string) => {
    const before = bytes;
    await page.getByRole('searchbox', { name: '搜索' }).fill(typed);
    await answered(page, typed);
    await page.locator('[data-search-results] .excerpt:not(:empty)').first().waitFor();
    await silence();
    return bytes - before;
  };
  const cold = await ask(first).then(() => bytes);
  const after = await ask(next);
  await page.context().close();
  return { cold, next: after };
}

test('the first results cost at most 60 KB, and a further query 20 KB', async () => {
  const queries = new QuerySets(built.entries, 7).substrings(8).map(({ typed }) => typed);
  // All at once: each of them waits for silence.
  const weights = await Promise.all(
    queries.flatMap((first, at) => (at % 2 === 0 ? [weigh(first, must(queries[at + 1]))] : [])),
  );
  const mean = (name: 'cold' | 'next') =>
    Math.round(weights.reduce((sum, weight) => sum + weight[name], 0) / weights.length);
  expect(mean('cold'), JSON.stringify(weights)).toBeLessThanOrEqual(60_000);
  expect(mean('next'), JSON.stringify(weights)).toBeLessThanOrEqual(20_000);
});
