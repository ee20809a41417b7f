// Load made handbooks into a cluster; a process of its own, so that it can be killed: load-made.ts URL PAGES SHARDS REPLICAS.
import { Client } from '@opensearch-project/opensearch';
import { loadPages } from '../../opensearch/load.ts';
import { editionCorpus } from '../search/corpus.ts';
import { bookNames, MadePages } from './made-pages.ts';

const [url = '', pages = '0', shards = '1', replicas = '0'] = process.argv.slice(2);
const client = new Client({ node: url, maxRetries: 6, requestTimeout: 120_000 });
const made = new MadePages(await editionCorpus());
const began = performance.now();
let ready = began;
const { sent } = await loadPages({
  client,
  layout: { shards: Number(shards), replicas: Number(replicas) },
  documents: made.documents(Number(pages)),
  books: bookNames(Number(pages)),
  keep: 0,
  say: () => {
    // From here on pages are sent.
    if (ready === began) ready = performance.now();
  },
});
const { user, system } = process.cpuUsage();
const seconds = (from: number, to: number): number => (to - from) / 1000;
console.log(
  JSON.stringify({
    sent,
    making: seconds(began, ready),
    loading: seconds(ready, performance.now()),
    cpu: (user + system) / 1e6,
  }),
);
await client.close();
