import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { payloads as listPayloads } from '../../../samples/payloads.ts';
import { launchBrowser } from '../../lib/browser.ts';
import { projectRoot } from '../../lib/environment.ts';
import { run } from '../../lib/run.ts';
import { serveDirectory } from '../../preview/static-server.ts';
import { makeEpubContent, makeTextContent, ingestBook, type Made } from './content.ts';
import { writePayloadFormats } from './formats.ts';
import { makePayloadShelf, shelfFaults } from './shelf.ts';
import { siteFaults } from './site-faults.ts';
import { Watch } from '../kit/watch.ts';
import type { Trial } from '../kit/trial.ts';

const folder = join(projectRoot, '.work', 'payloads');

/** Keys of what pages keep on the device. */
const storedKeys = ['keys', 'comfort', 'searches', 'place', 'ticks', 'bookmarks'];

async function build(content: string, dist: string): Promise<void> {
  const env = { CONTENT_DIR: content, DIST_DIR: dist };
  const built = await run(process.execPath, ['scripts/build.ts'], { env, capture: true });
  if (built.code !== 0) throw new Error(built.output.slice(-2000));
}

/** Open every `every`-th page in each context. */
async function openAll(dist: string, watch: Watch, contexts: [BrowserContext, number][]): Promise<number> {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !/^(?:en[\\/])?r[\\/]/.test(name))
    .map((name) => name.replaceAll('\\', '/').replace(/index\.html$/, ''));
  for (const [context, every] of contexts) {
    const page = await watch.page(context);
    for (const path of pages.filter((_, index) => index % every === 0)) await watch.open(page, path);
    await page.waitForTimeout(300);
    await page.close();
  }
  return pages.length;
}

/** Open pages with payloads in what the device keeps, in searches and in addresses. */
async function openWithInput(
  context: BrowserContext,
  watch: Watch,
  payloads: readonly string[],
): Promise<number> {
  const page = await watch.page(context);
  await watch.open(page, '');
  for (const [index, payload] of payloads.entries()) {
    const query = encodeURIComponent(payload);
    const entry = { path: payload, number: payload, zh: payload, en: payload };
    const values = [
      payload,
      [payload],
      { a: payload },
      [entry],
      { '01-01': [payload] },
      { theme: payload, size: payload },
      entry,
    ];
    await page.evaluate(
      ([keys, value]) => {
        for (const key of keys) localStorage.setItem(key, value);
      },
      [storedKeys, JSON.stringify(values[index % values.length])] as const,
    );
    const paths = [
      `search/?q=${query}&type=${query}&chapter=${query}&industry=${query}&outcome=${query}`,
      `rules/01-01/?mark=${query}#${query}`,
      `bookmarks/?q=${query}#p-${query}`,
      `cases/?place=${query}&role=${query}#${query}`,
      `#${query}`,
      `en/search/?q=${query}`,
      `nothing/${query}`,
    ];
    await watch.open(page, paths[index % paths.length] ?? '');
    if (index % 7 === 0) await page.waitForTimeout(150);
  }
  await page.waitForTimeout(500);
  await page.close();
  return payloads.length;
}

/** Builds content made of payloads, reads all files of the site and opens its pages. */
class PayloadTrial {
  readonly failed: string[] = [];
  readonly notes: string[] = [];
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Run the parts of a trial in one browser. */
  static async run(times: number, parts: (trial: PayloadTrial) => Promise<void>): ReturnType<Trial> {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const trial = new PayloadTrial(await launchBrowser());
    try {
      await parts(trial);
    } finally {
      await trial.#browser.close();
    }
    return { tried: times, failed: trial.failed, note: trial.notes.join('; ') };
  }

  /** Try a book. `inputs` are payloads for what readers enter. */
  async book(name: string, made: Made, inputs: readonly string[] = []): Promise<void> {
    const dist = join(folder, `${name}-dist`);
    await build(made.content, dist);
    const { faults, files, shown } = await siteFaults(dist, made.edition);
    const server = await serveDirectory({ directory: dist, port: 0 });
    const watch = new Watch(server);
    const [bare, guarded] = [
      await this.#browser.newContext({ bypassCSP: true }),
      await this.#browser.newContext(),
    ];
    // All pages without the policy, a tenth with it: what doesn't run without the policy won't run with it.
    const pages = await openAll(dist, watch, [
      [bare, 1],
      [guarded, 10],
    ]);
    const given =
      inputs.length === 0
        ? 0
        : (await openWithInput(bare, watch, inputs)) +
          (await openWithInput(guarded, watch, inputs.slice(0, 40)));
    await server.close();
    await Promise.all([bare.close(), guarded.close()]);
    this.failed.push(...[...faults, ...watch.failed].map((fault) => `${name}: ${fault}`));
    this.notes.push(
      `${name}: ${files} files read, ${shown} titles looked for, ${pages} pages opened, ${given} inputs`,
    );
  }

  /** Try a shelf of handbooks. */
  async shelf(times: number): Promise<void> {
    const dist = await makePayloadShelf(join(folder, 'shelf'), times);
    const { faults, files } = await shelfFaults(dist);
    const server = await serveDirectory({ directory: dist, port: 0 });
    const watch = new Watch(server);
    for (const bypassCSP of [true, false]) {
      const page = await watch.page(await this.#browser.newContext({ bypassCSP }));
      for (const path of ['', 'en/', '404.html', 'search/?q=客户', 'en/search/?q=customer'])
        await watch.open(page, path);
      // Searches go on after the page is there.
      await page.waitForTimeout(3000);
      await page.close();
    }
    await server.close();
    this.failed.push(...[...faults, ...watch.failed].map((fault) => `shelf: ${fault}`));
    this.notes.push(`shelf: ${files} pages read`);
  }
}

/** Payloads in every field. With the policy and without, no script may run and no other origin be asked, and each payload must be shown as text. */
export const payloads: Trial = (times) =>
  PayloadTrial.run(times, async (trial) => {
    await trial.book('text', await makeTextContent(folder, times), listPayloads(times));
    await trial.book('epub', await makeEpubContent(folder, times));
  });

/** Payloads in the fields of each format, and on a shelf of handbooks. */
export const payloadFormats: Trial = (times) =>
  PayloadTrial.run(times, async (trial) => {
    await trial.shelf(times);
    for (const source of writePayloadFormats(join(folder, 'books'), times)) {
      const format = extname(source).slice(1);
      await trial.book(format, await ingestBook(source, join(folder, `${format}-content`)));
    }
  });
