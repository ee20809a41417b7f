import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { QuerySets } from '../../samples/query-sets.ts';
import { projectRoot, siteEnvironment } from '../../scripts/lib/environment.ts';
import { loadPages } from '../../scripts/opensearch/load.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { readEntries } from '../../src/search/build/read-entries.ts';
import type { Ask } from '../../src/search/engine/ask.ts';
import { toDocument } from '../../src/search/load/document.ts';
import { askCluster, engineSearcher } from './asking.ts';
import { freePort, startCluster, whyNoEngine, type Cluster } from './cluster.ts';

const nginx = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0);
const reason = whyNoEngine() ?? (nginx === undefined ? 'nginx is not installed' : undefined);
if (reason !== undefined) console.warn(`Skipped: the search in OpenSearch behind nginx, because ${reason}.`);

describe.skipIf(reason !== undefined)('OpenSearch behind nginx, as docs/opensearch.nginx.conf has it', () => {
  let cluster: Cluster;
  let server: ChildProcess;
  let folder: string;
  let origin: string;
  let entries: SearchEntry[];

  beforeAll(async () => {
    cluster = await startCluster(1);
    const { contentDir, distDir } = siteEnvironment();
    entries = await readEntries({ contentDir, distDir });
    const documents = entries.map((entry, order) => toDocument(entry, 'handbook', order));
    const layout = { shards: 1, replicas: 0 };
    await loadPages({ client: cluster.client, layout, documents, books: ['handbook'], keep: 0 });
    folder = mkdtempSync(join(tmpdir(), 'engine-nginx-'));
    mkdirSync(join(folder, 'logs'));
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const [http = '', inServer = ''] = readFileSync(
      join(projectRoot, 'docs', 'opensearch.nginx.conf'),
      'utf8',
    )
      .replace('127.0.0.1:9200', new URL(cluster.urls[0] ?? '').host)
      // A test asks faster than any reader.
      .replace('rate=20r/s', 'rate=10000r/s')
      .split('# --- server block');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/logs/error.log; worker_processes 1;
       events {}
       http { access_log off; ${temporary.join(' ')}
         ${http}
         server { listen 127.0.0.1:${port};
           #${inServer}
         } }`,
    );
    const args = ['-p', folder, '-e', `${folder}/logs/error.log`, '-c', `${folder}/nginx.conf`];
    server = spawn(nginx ?? '', args, { stdio: 'inherit' });
    await vi.waitUntil(
      () =>
        fetch(origin).then(
          () => true,
          () => false,
        ),
      { timeout: 10_000, interval: 100 },
    );
  }, 400_000);
  afterAll(async () => {
    server.kill();
    await cluster.stop();
    rmSync(folder, { recursive: true });
  });

  const post = (path: string, body: string, options: RequestInit = {}) =>
    fetch(`${origin}/search-engine/${path}`, { method: 'POST', body, ...options });
  const throughNginx: Ask = async (template, params) => {
    const response = await post(template, JSON.stringify(params));
    if (!response.ok) throw new Error(`${template} answered ${response.status}: ${await response.text()}`);
    return await response.json();
  };

  test('60 queries of every kind are answered as the cluster itself answers them', async () => {
    const queries = new QuerySets(entries);
    const direct = engineSearcher(askCluster(cluster.urls), entries, 'zh');
    const behind = engineSearcher(throughNginx, entries, 'zh');
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
});
