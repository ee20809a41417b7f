import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { QuerySets } from '../../samples/query-sets.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { askCluster } from '../../scripts/opensearch/ask-cluster.ts';
import { loadPages } from '../../scripts/opensearch/load.ts';
import { readSynonyms } from '../../src/edition/vocabulary.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { readEntries } from '../../src/search/build/read-entries.ts';
import type { Ask } from '../../src/search/engine/ask.ts';
import { toDocument } from '../../src/search/load/document.ts';
import { openSite, type Site } from '../browser/site.ts';
import { engineSearcher } from './asking.ts';
import { startNginx, whyNoNginx, type Front } from './behind-nginx.ts';
import { startCluster, whyNoEngine, type Cluster } from '../../scripts/opensearch/local-cluster.ts';
import { openPanel, type ShownPanel } from './search-page.ts';

const reason = whyNoEngine() ?? whyNoNginx();
if (reason !== undefined) console.warn(`Skipped: the search in OpenSearch behind nginx, because ${reason}.`);

/** Where the site was built to ask. */
const searchUrl = new URL(process.env['SEARCH_URL'] ?? 'http://127.0.0.1:4330/search-engine/');

describe.skipIf(reason !== undefined)('OpenSearch behind nginx, as docs/opensearch.nginx.conf has it', () => {
  let cluster: Cluster;
  let front: Front;
  let site: Site;
  let entries: SearchEntry[];

  beforeAll(async () => {
    cluster = await startCluster(1);
    const { contentDir, distDir } = siteEnvironment();
    entries = await readEntries({ contentDir, distDir });
    const documents = entries.map((entry, order) => toDocument(entry, 'handbook', order));
    const layout = { shards: 1, replicas: 0 };
    // Another handbook with the same pages: what a page finds must be of its own.
    const others = entries.map((entry, order) => toDocument(entry, 'other', order));
    const books = ['handbook', 'other'];
    await loadPages({ client: cluster.client, layout, documents: [...documents, ...others], books, keep: 0 });
    site = await openSite();
    front = await startNginx({
      engine: cluster.urls[0] ?? '',
      port: Number(searchUrl.port),
      site: new URL(site.at('/')).origin,
    });
  }, 400_000);
  afterAll(async () => {
    front.stop();
    await site.close();
    await cluster.stop();
  });

  const post = (path: string, body: string, options: RequestInit = {}) =>
    fetch(`${front.origin}/search-engine/${path}`, { method: 'POST', body, ...options });
  const throughNginx: Ask = async (template, params) => {
    const response = await post(template, JSON.stringify(params));
    if (!response.ok) throw new Error(`${template} answered ${response.status}: ${await response.text()}`);
    return await response.json();
  };

  test('60 queries of every kind are answered as the cluster itself answers them', async () => {
    const queries = new QuerySets(entries);
    const synonyms = readSynonyms(siteEnvironment().contentDir);
    const direct = engineSearcher(askCluster(cluster.urls), entries, 'zh', synonyms, 'handbook');
    const behind = engineSearcher(throughNginx, entries, 'zh', synonyms, 'handbook');
    const kinds = [
      queries.substrings(15),
      queries.dropped(15),
      queries.traditional(10),
      queries.pinyin(10),
      queries.ruleNumbers(10),
    ];
    for (const { typed } of kinds.flat()) expect(await behind(typed), typed).toEqual(await direct(typed));
  });

  test.for([
    ['another way to ask', 'find', '{}', { method: 'PUT' }, 405],
    ['a deletion', 'find', '{}', { method: 'DELETE' }, 405],
    ['a search of its own', '_search', '{"query":{"match_all":{}}}', {}, 404],
    ['another stored search', 'other-template', '{}', {}, 404],
    ['a write', '../handbook-pages/_doc', '{"book":"x"}', {}, 403],
    ['another index', '..%2f..%2f_all/_search', '{}', {}, 400],
    ['arguments', 'find?size=100000', '{}', {}, 400],
    ['a body without end', 'find', `{"slots":"${'客'.repeat(20_000)}"}`, {}, 413],
  ] as const)('%s is refused', async ([, path, body, options, status]) => {
    expect((await post(path, body, options)).status).toBe(status);
  });

  test.for([
    ['a query put behind the values', '{},"source":{"query":{"match_all":{}},"size":10000}'],
    ['a query in place of the values', '{"a":1}},"source":"{\\"size\\":9999}","params":{"b":{}'],
    ['no object', '[1,2]'],
    ['nothing', ''],
    ['what is no JSON', '{"a":}'],
    [
      'a size in the place of a number',
      '{"from":"0\\",\\"size\\":\\"9999","slots":[],"narrow":[],"counted":[]}',
    ],
    ['more results than there may be', '{"from":"999999","slots":[],"narrow":[],"counted":[]}'],
  ] as const)('%s finds nothing', async ([, body]) => {
    const response = await post('find', body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('"_source"');
  });

  test('only the site’s own pages may read an answer', async () => {
    const from = (origin: string) => post('find', '{}', { headers: { Origin: origin } });
    const site_ = new URL(site.at('/')).origin;
    expect((await from(site_)).headers.get('access-control-allow-origin')).toBe(site_);
    for (const origin of ['https://elsewhere.example', 'null', `${site_}.elsewhere.example`])
      expect((await from(origin)).headers.get('access-control-allow-origin')).toBeNull();
  });

  describe('the search page', () => {
    const note = /；搜索服务没有回应.*|; the search service did not answer.*/;
    let queries: QuerySets;
    let kinds: Record<'zh' | 'en', string[]>;
    beforeAll(() => {
      queries = new QuerySets(entries);
      const typed = (...sets: { typed: string }[][]) => sets.flat().map((query) => query.typed);
      kinds = {
        zh: typed(
          queries.substrings(10),
          queries.words(5),
          queries.dropped(6),
          queries.swapped(4),
          queries.traditional(5),
          queries.pinyin(5),
          queries.ruleNumbers(5),
          queries.twoKeywords(5),
          queries.titles(5),
        ),
        en: typed(queries.english(5), queries.substrings(3), queries.ruleNumbers(2)),
      };
    });

    /**
     * English is weighed by another formula in the engine, and found with every inflection, of which Pagefind's index
     * lets some go: the steps, their words and the first result are the same, and nothing is missing.
     */
    const inEnglish = ({ ids, relaxed, text, count }: ShownPanel, index: ShownPanel) => ({
      first: ids[0],
      relaxed,
      text: text.replace(/\d+/gu, '#'),
      enough: count >= index.count,
    });

    test('answers 60 queries as over the index of the site itself', async () => {
      const different: unknown[] = [];
      let asked = 0;
      for (const language of ['zh', 'en'] as const) {
        const engine = await openPanel(site, language, searchUrl.href);
        const index = await openPanel(site, language, searchUrl.href, true);
        for (const typed of kinds[language]) {
          const found = await engine.search(typed);
          const expected = await index.search(typed);
          expect(found.text).not.toMatch(note);
          expect(expected.text).toMatch(note);
          const plain = { ...expected, text: expected.text.replace(note, '') };
          const ordered = language === 'zh' || /\p{Script=Han}/u.test(typed);
          const [one, other] = ordered ? [found, plain] : [inEnglish(found, plain), inEnglish(plain, plain)];
          if (JSON.stringify(one) !== JSON.stringify(other)) different.push({ typed, found, plain });
          asked += 1;
        }
      }
      expect(asked).toBe(60);
      expect(different, JSON.stringify(different, null, 1)).toEqual([]);
    });
  });
});
