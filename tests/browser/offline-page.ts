import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openSite, scriptsOf, type Site } from './site.ts';
import { copySmallSite } from './small-site.ts';

/** A served site whose files a test may change. */
export type SmallSite = Site & { directory: string };

/** Serve a small site of its own. */
export async function openSmallSite(): Promise<SmallSite> {
  const { directory, remove } = await copySmallSite();
  const opened = await openSite({ directory });
  const close = () => opened.close().then(remove);
  return { ...opened, directory, close };
}

/** A rule of the small site, and the one after it. */
export const rule = '/rules/01-02/';
export const other = '/rules/01-03/';

/** Wait until the worker answers for the page. */
export const worked = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
  });

/** The edition that the page's worker serves; nothing while one worker follows another, which doesn't answer. */
export const served = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => {
          resolve(data);
        };
        setTimeout(resolve, 1000);
        navigator.serviceWorker.controller?.postMessage('edition', [port2]);
      }),
  );

/** Whether a page is on the device. */
export const isKept = (page: Page, path: string) =>
  page.evaluate(async (url) => (await caches.match(url)) !== undefined, path);

/** A page of a reader's first visit, which is kept. */
export async function visit(site: Site, path: string): Promise<Page> {
  const page = await site.newReader({ serviceWorkers: 'allow' });
  await page.goto(site.at(path));
  await scriptsOf(page);
  await worked(page);
  await expect.poll(() => isKept(page, path)).toBe(true);
  return page;
}

/** Where the book is saved, on the page of downloads. */
export const panelOf = (page: Page): Locator => page.locator('.downloads [data-save-book]');
