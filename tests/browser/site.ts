import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { serveDirectory, type ServeOptions, type StaticServer } from '../../scripts/preview/static-server.ts';

/** The built site, served, and a browser to read it with. */
export interface Site {
  /** Address of a path: `/rules/01-01/`. */
  at: (path: string) => string;
  /** A page of a reader who has never been here. */
  newReader: (options?: BrowserContextOptions) => Promise<Page>;
  close: () => Promise<void>;
}

let browser: Promise<Browser> | undefined;

/** The browser of all files that this worker runs; it ends with the worker. */
export async function sharedBrowser(): Promise<Browser> {
  if (browser !== undefined && (await browser).isConnected()) return browser;
  browser = launchBrowser();
  return browser;
}

/**
 * Serve a site, the one that `npm test` built unless `directory` names another, and open it in the shared browser. What
 * a reader keeps is gone once the site is closed. Nothing is compressed, which would take longer than most tests, unless
 * `compress` is set.
 */
export async function openSite(
  options: Partial<Pick<ServeOptions, 'compress' | 'directory'>> = {},
): Promise<Site> {
  const { distDir, base } = siteEnvironment();
  const server: StaticServer = await serveDirectory({
    directory: distDir,
    port: 0,
    base,
    compress: false,
    ...options,
  });
  const shared = await sharedBrowser();
  const contexts: BrowserContext[] = [];
  return {
    at: (path) => server.url.slice(0, -1) + path,
    newReader: async (given = {}) => {
      const context = await shared.newContext({
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 900 },
        // A worker that keeps pages would answer in the place of what a test serves.
        serviceWorkers: 'block',
        ...given,
      });
      contexts.push(context);
      return context.newPage();
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await server.close();
    },
  };
}

/** Wait until the page's scripts have come, after its first paint, and run. */
export const scriptsOf = (page: Page): Promise<void> => page.locator('html[data-js="ready"]').waitFor();

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 780 },
  hasTouch: true,
  isMobile: true,
};
