import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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

export async function openSite(options: Pick<ServeOptions, 'compress'> = {}): Promise<Site> {
  const { distDir, base } = siteEnvironment();
  const server: StaticServer = await serveDirectory({ directory: distDir, port: 0, base, ...options });
  const browser: Browser = await launchBrowser();
  return {
    at: (path) => server.url.slice(0, -1) + path,
    newReader: async (options = {}) => {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 900 },
        // A worker that keeps pages would answer in the place of what a test serves.
        serviceWorkers: 'block',
        ...options,
      });
      return context.newPage();
    },
    close: async () => {
      await browser.close();
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
