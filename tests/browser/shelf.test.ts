import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exactFigures, type Searcher } from '../../samples/figures.ts';
import { grep, QuerySets } from '../../samples/query-sets.ts';
import { madeHandbooks, type MadeHandbook } from '../../samples/shelf/made-books.ts';
import { shelfList, writeOrigin } from '../../samples/shelf/write-shelf.ts';
import { codeOf } from '../../samples/shelf/write-handbook.ts';
import { freePort } from '../../scripts/lib/free-port.ts';
import { run } from '../../scripts/lib/run.ts';
import { serveDirectory, type StaticServer } from '../../scripts/preview/static-server.ts';
import { markOf } from '../../src/edition/names/mark.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { must } from '../../src/lib/must.ts';
import { times } from '../times.ts';
import { answered, answersOf } from './search-answers.ts';
import { newProfile, scriptsOf } from './site.ts';

/*
 * Six made handbooks on three origins: two on the shelf's own, two on each of two others. One of a fourth
 * origin is stopped once the shelf is made, and one was built before there were shelves.
 */
let folder: string;
let books: MadeHandbook[];
let servers: StaticServer[];
let context: BrowserContext;
let page: Page;
let made: string;
/** Entries of the handbooks that answer, each named after its handbook too. */
let entries: SearchEntry[];
const failed: string[] = [];
/** Scripts of titles that ran, and what the policy stopped. */
const ran: string[] = [];

const atHome = () => must(servers[0]).url;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shelf-browser-'));
  books = madeHandbooks(8, 24);
  // One that answers, and the one that does not.
  for (const at of [3, 6])
    must(books[at]).title = {
      zh: `手册${String(at)}</title></script><img src=x onerror=alert(1)>"'`,
      en: `Handbook ${String(at)} <svg onload=alert(1)> javascript:alert(1)`,
    };
  const groups = [books.slice(0, 2), books.slice(2, 4), books.slice(4, 6), books.slice(6, 7), books.slice(7)];
  const origin = (at: number) => join(folder, `origin-${String(at)}`);
  const out = join(folder, 'out');
  // The fifth group is of a former format, and on the second origin.
  // Addresses that are known before their files are there, and servers later: a server reads its headers when it starts.
  const ports = await Promise.all([1, 2, 3].map(freePort));
  const addressOf = (at: number) => `http://localhost:${String(must(ports[at]))}/`;
  for (const [at, group] of groups.entries()) {
    await writeOrigin({
      address: at === 0 ? 'http://localhost/books/' : addressOf(at === 4 ? 0 : at - 1),
      folder: at === 4 ? join(origin(1), 'former') : origin(at),
      books: group,
    });
  }
  const former = must(books[7]);
  for (const name of ['zh', 'en']) {
    const path = join(origin(1), 'former', former.id, 'pagefind', name, 'index.json');
    const head = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, JSON.stringify({ ...head, summary: undefined }));
  }
  rmSync(join(origin(1), 'former', former.id, 'pagefind', 'shelf'), { recursive: true });
  const headers = readFileSync(join(origin(1), '_headers'), 'utf8');
  writeFileSync(
    join(origin(1), '_headers'),
    `${headers}/former/${former.id}/pagefind/*\n  Access-Control-Allow-Origin: *\n`,
  );
  const started = await Promise.all(
    ports.map((port, at) => serveDirectory({ directory: origin(at + 1), port })),
  );
  const list = join(folder, 'shelf.yaml');
  writeFileSync(
    list,
    shelfList(
      books.map((book, at) => {
        if (at < 2) return { ...book, folder: join(origin(0), book.id) };
        const server = at < 4 ? 0 : at < 6 ? 1 : at === 6 ? 2 : 0;
        return { ...book, address: `${addressOf(server)}${at === 7 ? 'former/' : ''}${book.id}/` };
      }),
    ),
  );
  const done = await run(process.execPath, ['scripts/shelf.ts', list, '--out', out], { capture: true });
  made = done.output;
  expect(done.code, made).toBe(0);
  await must(started[2]).close();
  servers = [await serveDirectory({ directory: out, port: 0 }), ...started.slice(0, 2)];
  entries = books
    .slice(0, 6)
    .flatMap(({ id, entries: own }) => own.map((entry) => ({ ...entry, id: `${id}:${entry.id}` })));
  context = await newProfile();
  page = await context.newPage();
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) ran.push(message.text());
  });
  page.on('requestfailed', (request) => failed.push(request.url()));
  await page.goto(`${atHome()}search/`);
  await scriptsOf(page);
});
afterAll(async () => {
  await context.close();
  await Promise.all(servers.map((server) => server.close()));
  rmSync(folder, { recursive: true, force: true });
});

test('each cover on the home bears the seal of its own book', () => {
  const home = readFileSync(join(folder, 'out', 'index.html'), 'utf8');
  const seals = [...home.matchAll(/<li data-book="([^"]*)"[\s\S]*?<text[^>]*>([^<]*)<\/text>/g)];
  expect(Object.fromEntries(seals.map(([, id, mark = '']) => [id, mark.trim()]))).toEqual(
    Object.fromEntries(books.map(({ id, title }) => [id, markOf(title.zh)])),
  );
});

/** What the open search page finds for queries. */
async function searcher(queries: readonly { typed: string }[]): Promise<Searcher> {
  const answers = await answersOf(page, queries);
  return (typed) =>
    Promise.resolve(must(answers.get(typed)).map(({ type, book, id }) => `${type}/${book}:${id}`));
}

describe('one search over handbooks on three origins', () => {
  test('finds what grep finds in all of them', async () => {
    const sets = new QuerySets(entries);
    // Every query is a new one, for which parts of six indexes are fetched; `npm run bench -- shelf` asks more.
    const asked = [...sets.substrings(times(8)), ...sets.words(times(4)), ...sets.acrossWords(times(4))];
    const figures = await exactFigures(asked, entries, await searcher(asked));
    expect(figures).toEqual({ recall: 1, precisionAt10: 1, wrong: [] });
  });

  test('names who is left out, and why', async () => {
    expect(made).toContain(`${must(books[7]).id} (`);
    expect(made).toContain('It was built by a version that shelves can’t search.');
    await page.getByRole('searchbox', { name: '搜索' }).fill('客户');
    await answered(page, '客户');
    const state = page.locator('[data-search-state="done"]');
    expect(await state.textContent()).toContain(`没有连上《${must(books[6]).title.zh}》`);
    expect(await state.textContent()).toContain(`《${must(books[7]).title.zh}》的索引是旧格式`);
    expect(failed.every((url) => url.includes(`/${must(books[6]).id}/`))).toBe(true);
  });

  test('the handbook is a facet, and a result leads to its own site', async () => {
    const typed = '客户';
    const chosen = must(
      books.find(
        ({ id }, at) =>
          at > 2 &&
          grep(
            entries.filter((e) => e.id.startsWith(`${id}:`)),
            typed,
          ).size > 1,
      ),
    );
    await page.goto(`${atHome()}search/?q=${encodeURIComponent(typed)}`);
    await page.locator('[data-search-state="done"]').waitFor();
    await page.getByLabel('手册').selectOption(chosen.id);
    await expect.poll(() => new URL(page.url()).searchParams.get('book')).toBe(chosen.id);
    const results = page.locator('[data-search-results] li');
    await expect
      .poll(async () => new Set(await results.evaluateAll((all) => all.map((each) => each.dataset['book']))))
      .toEqual(new Set([chosen.id]));
    const href = await results.first().getByRole('link').first().getAttribute('href');
    expect(href).toMatch(
      new RegExp(`^http://localhost:\\d+/${chosen.id}/(?:rules|cases|chapters)/[\\d-]+/\\?mark=`),
    );
    expect(await results.first().locator('.book').first().textContent()).toBe(chosen.title.zh);
  });

  test.for(['book', 'industry', 'outcome', 'chapter'])(
    'a link that narrows by %s to what objects inherit is answered',
    async (facet) => {
      await page.goto(`${atHome()}search/?q=${encodeURIComponent('客户')}&${facet}=__proto__`);
      await page.locator('[data-search-state="done"]').waitFor();
    },
  );

  test('relaxes a query in the words of a single handbook, and only where none has it', async () => {
    const asked = new QuerySets(entries, 3).swapped(1);
    const { typed, from } = must(asked[0]);
    await page.goto(`${atHome()}search/?q=${encodeURIComponent(typed)}`);
    const state = page.locator('[data-search-state="done"]');
    await state.waitFor();
    expect(await state.getAttribute('data-relaxed')).toBe('typo');
    expect(await state.textContent()).toContain(`没有“${typed}”，按“`);
    expect(await (await searcher(asked))(typed)).toContain(from);
  });
});

describe('the home of a shelf', () => {
  test('has every handbook under its department, with what it holds', async () => {
    await page.goto(`${atHome()}en/`);
    const sales = page.getByRole('region', { name: 'Sales' });
    expect(await sales.getByRole('listitem').count()).toBe(2);
    const first = must(books[0]);
    expect(await sales.getByRole('link', { name: first.title.en }).getAttribute('href')).toBe(
      `/books/${first.id}/en/`,
    );
    expect(await sales.getByText('2 chapters, 16 rules, 6 cases').count()).toBeGreaterThan(0);
  });

  test('shows markup in the title of a handbook as text, and asks the handbooks’ origins alone', async () => {
    const { title } = must(books[3]);
    for (const path of ['', 'en/', `search/?q=${encodeURIComponent('客户')}`]) {
      await page.goto(`${atHome()}${path}`);
      await page.waitForLoadState('networkidle');
      const shown = path.startsWith('en') ? title.en : title.zh;
      expect(await page.locator('main').textContent()).toContain(shown);
      expect(await page.locator('main img, main [onload], main [onerror]').count()).toBe(0);
    }
    expect(ran).toEqual([]);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    const origins = [1, 2].map((at) => new URL(must(servers[at]).url).origin);
    const connect = /connect-src ([^;]*)/.exec(policy ?? '')?.[1]?.split(' ') ?? [];
    expect(connect).toEqual(expect.arrayContaining(["'self'", ...origins]));
    // The fourth is that of the handbook that has gone.
    expect(connect).toHaveLength(4);
  });

  test('leads a permanent code to its handbook', async () => {
    const book = must(books[4]);
    const answered = page.waitForRequest((request) => request.url().includes(`/${book.id}/r/`));
    await page.goto(`${atHome()}r/${book.id}/${codeOf(3)}/#p-abc`).catch(() => undefined);
    expect((await answered).url()).toMatch(new RegExp(`/${book.id}/r/${codeOf(3)}/`));
  });

  test('a code that is newer than the shelf leads on as well', async () => {
    const book = must(books[5]);
    const answered = page.waitForRequest((request) => request.url().includes(`/${book.id}/r/zzzzz/`));
    await page.goto(`${atHome()}r/${book.id}/zzzzz/`).catch(() => undefined);
    expect((await answered).url()).toContain(`/${book.id}/r/zzzzz/`);
  });
});
