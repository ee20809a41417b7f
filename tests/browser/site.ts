import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { serveDirectory, type ServeOptions, type StaticServer } from '../../scripts/preview/static-server.ts';

/** The built site, served, and a browser to read it with. */
export interface Site {
  /** Address of a path: `/rules/01-01/`. */
  at: (path: string) => string;
  /** A page of a reader who has never been here, in a profile of its own. */
  newReader: (options?: BrowserContextOptions) => Promise<Page>;
  /**
   * The same, on a page that one test after the other takes, which costs a third: for tests of a single reader that
   * change neither the browser nor what its pages hold before their scripts run.
   */
  nextReader: (options?: BrowserContextOptions) => Promise<Page>;
  close: () => Promise<void>;
}

let browser: Promise<Browser> | undefined;

/** The browser of all files that this worker runs; it ends with the worker. */
async function sharedBrowser(): Promise<Browser> {
  if (browser !== undefined && (await browser).isConnected()) return browser;
  browser = launchBrowser();
  return browser;
}

/** What readers have in common. */
const usual: BrowserContextOptions = {
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 900 },
  // A worker that keeps pages would answer in the place of what a test serves.
  serviceWorkers: 'block',
};

/** Milliseconds that a loaded machine may take over what a page does at once. */
const patience = 90_000;

/** A profile of its own in the shared browser, whose pages have patience. The caller closes it. */
export async function newProfile(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (await sharedBrowser()).newContext(options);
  context.setDefaultTimeout(patience);
  return context;
}

/** Pages that one test after the other takes, by the options of their profiles. */
const passedOn = new Map<string, Page>();

/**
 * Take away what a former reader left: what is stored, what is still running, and what was done to the window. Without
 * leaving the site, for which the browser would start another process.
 */
async function forget(
  page: Page,
  at: Site['at'],
  viewport: BrowserContextOptions['viewport'],
): Promise<void> {
  await page.unrouteAll();
  if (viewport) await page.setViewportSize(viewport);
  await page.goto(at('/robots.txt'));
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
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
  const contexts: BrowserContext[] = [];
  const at = (path: string) => server.url.slice(0, -1) + path;
  const profile = (given: BrowserContextOptions) => ({ ...usual, ...given });
  return {
    at,
    newReader: async (given = {}) => {
      const context = await newProfile(profile(given));
      contexts.push(context);
      return context.newPage();
    },
    nextReader: async (given = {}) => {
      const options = profile(given);
      const key = JSON.stringify(options);
      const former = passedOn.get(key);
      const page = former?.isClosed() === false ? former : await (await newProfile(options)).newPage();
      passedOn.set(key, page);
      await forget(page, at, options.viewport);
      return page;
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
