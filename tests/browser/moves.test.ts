import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { openSite, phone, scriptsOf, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const title = '一个很长的标题，长到在手机上要排成两行甚至三行才放得下';
const entry = (path: string) => ({ path, number: '1.2', zh: title, en: title });
const kept = {
  bookmarks: JSON.stringify(['rules/01-01/', 'rules/01-02/', 'cases/01-01-1/'].map(entry)),
  place: JSON.stringify({ entry: entry('rules/01-02/') }),
};

/** A page of a reader whose shelf is full, which notes what its layout moves. */
async function returningReader(device: BrowserContextOptions): Promise<Page> {
  const page = await site.newReader(device);
  await page.addInitScript((stored) => {
    for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
    const moved: string[] = [];
    const nameOf = ({ node }: { node?: Node | null }) =>
      node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName);
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as (PerformanceEntry & { sources: { node?: Node | null }[] })[])
        moved.push(shift.sources.map(nameOf).join(' '));
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { moved });
  }, kept);
  return page;
}

const shelfIsFull = (page: Page) =>
  page.getByRole('region', { name: '书签' }).getByRole('listitem').nth(2).waitFor();
const moved = (page: Page) => page.evaluate(() => (window as unknown as { moved: string[] }).moved);

test.for([phone, {}])('the shelf of a returning reader moves nothing', async (device) => {
  const page = await returningReader(device);
  await page.goto(site.at('/'));
  await scriptsOf(page);
  await shelfIsFull(page);
  await page.waitForTimeout(200);
  expect(await moved(page)).toEqual([]);
});

test.for([phone, {}])(
  'the first page moves nothing as its pieces come, wherever one ends',
  async (device) => {
    const html = readFileSync(join(siteEnvironment().distDir, 'index.html'), 'utf8');
    // Nothing is painted before the body begins.
    const [head = '', body = ''] = html.split(/(?=<body\b)/);
    const [first = '', ...others] = body.split(/(?=<(?:nav|button|section|form|script)\b)/);
    const pieces = [head + first, ...others];
    expect(pieces.length).toBeGreaterThan(10);
    const { promise: asked, resolve: ask } = Promise.withResolvers<ServerResponse>();
    const server = createServer(({ url }, response) => {
      if (url !== '/') response.writeHead(404).end();
      else ask(response.setHeader('Content-Type', 'text/html; charset=utf-8'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await returningReader(device);
    const arrived = page.goto(`http://localhost:${String((server.address() as AddressInfo).port)}/`);
    const response = await asked;
    for (const [at, piece] of pieces.entries()) {
      response.write(piece);
      if (at === 0) await page.waitForURL('**/', { waitUntil: 'commit' });
      // Each piece is painted before the next one comes.
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(resolve));
          }),
      );
    }
    response.end();
    await arrived;
    await shelfIsFull(page);
    expect(await moved(page)).toEqual([]);
    server.closeAllConnections();
    server.close();
  },
);
