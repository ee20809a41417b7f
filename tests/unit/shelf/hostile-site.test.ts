import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { gatherBook } from '../../../scripts/shelf/gather.ts';
import { ShelfError } from '../../../scripts/shelf/read-shelf.ts';
import { folderFiles, publishedFiles, type SiteFiles } from '../../../scripts/shelf/site-files.ts';
import { encodeSummary } from '../../../src/search/format/summary.ts';
import { writeVarints } from '../../../src/search/format/varints.ts';

const entry = { id: '01', title: { zh: '先到现场' }, permalink: 'k7mq2' };
const handbook = { title: { zh: '售后守则' }, chapters: [entry], rules: [], cases: [] };
const head = {
  format: 1,
  summary: 'summary-1.bin',
  pages: { zh: 2, en: 1 },
  language: 'zh-Hans',
  tables: '../zh/tables-1.json',
};
const tables = { traditional: '', synonyms: [], pinyin: {} };
const whole: Record<string, unknown> = {
  'handbook.json': handbook,
  'pagefind/shelf/head.json': head,
  'pagefind/zh/tables-1.json': tables,
  'pagefind/shelf/summary-1.bin': gzipSync(encodeSummary({ pairs: new Map(), words: new Map() })),
};

/** Files by name; asking for any other fails the test. */
const filesOf =
  (files: Record<string, unknown>): SiteFiles =>
  (path) => {
    expect(Object.keys(files)).toContain(path);
    const file = files[path];
    return Promise.resolve(Buffer.isBuffer(file) ? file : Buffer.from(JSON.stringify(file)));
  };
const gather = (files: SiteFiles) =>
  gatherBook({ id: 'service', title: { zh: '列出的名字' } }, 'https://service.example.com/', files);

/** A short summary whose every token repeats all of the one before. */
function growingSummary(count: number): Uint8Array {
  const names = Buffer.from(Array.from({ length: count }, () => 'a').join('\n'));
  const beginnings = writeVarints(Array.from({ length: count }, (_, at) => at));
  const numbers = writeVarints(new Array<number>(count).fill(1));
  const sizes = writeVarints([count, beginnings.length, names.length, numbers.length]);
  return gzipSync(Buffer.concat([sizes, beginnings, names, numbers]));
}

describe('a hostile handbook is left out of the search and harms no other', () => {
  test('as it stands it is whole', async () => {
    expect((await gather(filesOf(whole))).problem).toBeUndefined();
  });

  test.for([
    ['a title of a million characters', { title: { zh: '长'.repeat(1_000_000) } }],
    ['a code longer than a name of a file', { chapters: [{ ...entry, permalink: 'a'.repeat(5000) }] }],
    ['a path for an id', { chapters: [{ ...entry, id: '../../x' }] }],
    ['an object for a title', { title: { zh: { toString: 'x' } } }],
    ['more entries than any book', { chapters: new Array(100_001).fill(entry) }],
    ['a number for its rules', { rules: 5 }],
  ] as const)('%s', async ([, changed]) => {
    const { problem, title, codes } = await gather(
      filesOf({ ...whole, 'handbook.json': { ...handbook, ...changed } }),
    );
    expect(problem).toMatch(/^Its handbook\.json is none/);
    expect(problem?.length).toBeLessThan(300);
    expect([title, codes]).toEqual([{ zh: '列出的名字' }, []]);
  });

  test.for([
    '../../../../etc/passwd',
    'http://[',
    '//elsewhere.example.org/x.json',
    'https://elsewhere.example.org/x.json',
    'summary-1.bin?x',
    '.env',
    '',
    'a/../../b',
    '..',
  ])('files that are none of its own: “%s”', async (name) => {
    for (const field of ['summary', 'tables']) {
      const files = { ...whole, 'pagefind/shelf/head.json': { ...head, [field]: name } };
      expect((await gather(filesOf(files))).problem).toBe(
        'Its search index names files that are none of its own. Build it anew.',
      );
    }
  });

  test.for([-1, 0.5, 1e300, 2 ** 21])('%d pages', async (zh) => {
    const files = { ...whole, 'pagefind/shelf/head.json': { ...head, pages: { zh, en: 0 } } };
    expect((await gather(filesOf(files))).listed).toMatchObject({
      leftOut: 'format',
      pages: { zh: 0, en: 0 },
    });
  });

  test('tables that every reader of the shelf would have to be sent', async () => {
    const pinyin = { a: '阿'.repeat(1_000_000) };
    const files = { ...whole, 'pagefind/zh/tables-1.json': { ...tables, pinyin } };
    expect((await gather(filesOf(files))).problem).toMatch(/larger than that of any handbook/);
  });

  test('a summary of 100 kB that unfolds to gigabytes', async () => {
    const files = { ...whole, 'pagefind/shelf/summary-1.bin': growingSummary(100_000) };
    expect((await gather(filesOf(files))).problem).toBe('Its summary is damaged. Publish it anew.');
  });
});

describe('a site that is asked', () => {
  let server: Server;
  let answer: RequestListener;
  let address: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  });
  afterAll(() => server.close());

  test('may send on to another of its own addresses', async () => {
    answer = ({ url }, response) => {
      if (url === '/b.json') response.end('ok');
      else response.writeHead(301, { location: 'b.json' }).end();
    };
    expect((await publishedFiles(address)('a.json')).toString()).toBe('ok');
  });

  test.for([
    'http://localhost:1/',
    'http://169.254.169.254/latest/',
    'file:///etc/passwd',
    'data:,x',
    'javascript:alert(1)',
    '',
    'http://[',
  ])('may send on to no other: “%s”', async (location) => {
    answer = (_, response) => response.writeHead(302, { location }).end();
    await expect(publishedFiles(address)('a.json')).rejects.toThrow(
      /sends on (?:to another site|without end)/,
    );
  });

  test('may not send on for ever', async () => {
    let asked = 0;
    answer = ({ url }, response) => {
      asked += 1;
      response.writeHead(302, { location: `${String(url)}x` }).end();
    };
    await expect(publishedFiles(address)('a')).rejects.toThrow(/without end/);
    expect(asked).toBeLessThan(10);
  });

  test('may send no more than the largest handbook has', async () => {
    answer = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(2 ** 20)));
      };
      response.on('drain', more);
      more();
    };
    await expect(publishedFiles(address)('a')).rejects.toThrow(/is larger than 100 MB/);
  });

  test('may break off', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(publishedFiles(address)('a')).rejects.toThrow(ShelfError);
  });
});

describe('a site in a folder', () => {
  let folder: string;
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('is read no farther than the folder, and only its files', async () => {
    folder = mkdtempSync(join(tmpdir(), 'shelf-site-'));
    const site = join(folder, 'site');
    mkdirSync(join(site, 'inner'), { recursive: true });
    writeFileSync(join(folder, 'secret'), 'x');
    writeFileSync(join(site, 'inner', 'a'), 'ok');
    symlinkSync(join(folder, 'secret'), join(site, 'link'));
    execFileSync('mkfifo', [join(site, 'pipe')]);
    const files = folderFiles(site);
    expect((await files('inner/a')).toString()).toBe('ok');
    for (const path of ['../secret', 'link', 'pipe', 'inner', 'nothing', 'a\0b'])
      await expect(files(path)).rejects.toThrow(ShelfError);
  });
});
