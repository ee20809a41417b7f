import { rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { brokenAnswers, payloadAnswer } from '../../../samples/engine-answers.ts';
import { payloads as listPayloads } from '../../../samples/payloads.ts';
import { launchBrowser } from '../../lib/browser.ts';
import { projectRoot } from '../../lib/environment.ts';
import { serveDirectory } from '../../preview/static-server.ts';
import { runCommand } from '../kit/command.ts';
import { Watch } from '../kit/watch.ts';
import { writeSmallBook } from '../kit/small-book.ts';
import type { Trial } from '../kit/trial.ts';

/** Payloads in one page of results. */
const payloadsPerPage = 20;
/** Milliseconds in which a page must show an answer or a message, whatever the engine does. */
const maxWaitMs = 30_000;

const listen = (answer: RequestListener): Promise<{ server: Server; origin: string }> =>
  new Promise((resolve) => {
    const server = createServer(answer).listen(0, '127.0.0.1', () => {
      resolve({ server, origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` });
    });
  });

/** Build a small site that asks the engine at an address. */
async function buildSite(root: string, engine: string): Promise<string> {
  rmSync(root, { recursive: true, force: true });
  const [source, content, dist] = [join(root, 'book.txt'), join(root, 'content'), join(root, 'dist')];
  writeSmallBook(source);
  await runCommand(['scripts/ingest.ts', source, '--out', content]);
  const env = { CONTENT_DIR: content, DIST_DIR: dist, SEARCH_URL: engine };
  const { code, output } = await runCommand(['scripts/build.ts'], { env });
  if (code !== 0) throw new Error(output.slice(-2000));
  return dist;
}

/** Ways to misbehave instead of answering, by what they do to a request. */
const misbehaviours = (elsewhere: string): Record<string, RequestListener> => ({
  'sends on to another origin': (_, response) =>
    response.writeHead(307, { location: `${elsewhere}/x` }).end(),
  'sends on to a script': (_, response) => response.writeHead(302, { location: 'javascript:alert(1)' }).end(),
  'sends on to itself': ({ url }, response) => response.writeHead(307, { location: String(url) }).end(),
  'breaks off': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{');
    setTimeout(() => response.destroy(), 20);
  },
  'never answers': () => undefined,
  'never ends': (_, response) => {
    const timer = setInterval(() => response.write(' '), 100);
    response.on('close', () => {
      clearInterval(timer);
    });
  },
  'sends without end': (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(2 ** 20, 32)));
    };
    response.on('drain', more);
    more();
  },
  'asks for a password': (_, response) =>
    response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
  'sets a cookie': (_, response) => response.writeHead(500, { 'set-cookie': 'a=b' }).end(),
});

/** A hostile search engine. Nothing in its answers may run or lead elsewhere, and the page must say if the engine gave no answer. */
export const searchServer: Trial = async (times) => {
  const asked = { elsewhere: 0, cookies: 0 };
  let behave: RequestListener = (_, response) => response.end('{}');
  const other = await listen((_, response) => {
    asked.elsewhere += 1;
    response.end('{}');
  });
  const engine = await listen((request, response) => {
    if (request.headers.cookie !== undefined) asked.cookies += 1;
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    request.resume();
    behave(request, response);
  });
  const dist = await buildSite(
    join(projectRoot, '.work', 'search-server'),
    `${engine.origin}/search-engine/`,
  );
  const server = await serveDirectory({ directory: dist, port: 0 });
  const watch = new Watch(server, [engine.origin]);
  const failed: string[] = [];
  let tried = 0;

  /** Search on a newly opened page, since a page without an answer doesn't ask the engine again for a while. */
  const search = async (page: Page, name: string, query: string, isAnswered: boolean) => {
    tried += 1;
    await watch.open(page, `${query === 'contract' ? 'en/' : ''}search/?q=${encodeURIComponent(query)}`);
    try {
      await page.waitForSelector('[data-search-state="done"], [data-search-state="error"]', {
        state: 'attached',
        timeout: maxWaitMs,
      });
    } catch {
      failed.push(`${name}: the page says nothing`);
      return;
    }
    await page.waitForTimeout(100);
    const { said, links, shown } = await page.evaluate(() => ({
      shown: document.querySelectorAll('[data-search-results] li').length,
      said: document.querySelector('[data-search-state]')?.textContent ?? '',
      links: [...document.querySelectorAll<HTMLAnchorElement>('main a, dialog a')].map(({ href }) => href),
    }));
    for (const link of links)
      if (!link.startsWith(server.url)) failed.push(`${name}: leads to ${link.slice(0, 100)}`);
    if (isAnswered && shown === 0) failed.push(`${name}: nothing is shown`);
    const isInstead = /搜索服务没有回应|search service did not answer/.test(said);
    if (isAnswered === isInstead) failed.push(`${name}: “${said}”`);
  };

  const browser = await launchBrowser();
  try {
    for (const bypassCSP of [true, false]) {
      const context: BrowserContext = await browser.newContext({ bypassCSP });
      const page = await watch.page(context);
      const all = listPayloads(times);
      for (let at = 0; at < all.length; at += payloadsPerPage) {
        const some = all.slice(at, at + payloadsPerPage);
        behave = ({ url }, response) =>
          response.end(JSON.stringify(payloadAnswer(url?.split('/').at(-1) ?? '', some)));
        await search(page, `payloads from ${String(at)}`, at % 3 === 0 ? 'contract' : '客户', true);
      }
      for (const [name, body] of Object.entries(brokenAnswers)) {
        behave = (_, response) => response.end(body);
        await search(page, name, '客户', false);
      }
      for (const [name, behaviour] of Object.entries(misbehaviours(other.origin))) {
        behave = behaviour;
        await search(page, name, '客户', false);
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
    for (const each of [engine.server, other.server]) {
      each.closeAllConnections();
      each.close();
    }
  }
  if (asked.elsewhere > 0) failed.push(`another origin was asked ${String(asked.elsewhere)} times`);
  if (asked.cookies > 0) failed.push('cookies were sent');
  // The browser's messages about requests that the policy or a redirect stopped are expected.
  failed.push(...watch.failed.filter((each) => !/connect-src|asked for http:\/\/127/.test(each)));
  return { tried, failed, note: `${String(times)} payloads, with the policy and without` };
};
