import type { BrowserContext, Page } from 'playwright-core';
import type { StaticServer } from '../../preview/static-server.ts';

/** Opens pages of a server, and notes every script of a payload that runs and every request to another origin. */
export class Watch {
  readonly failed: string[] = [];
  readonly #server: StaticServer;
  readonly #allowed: readonly string[];
  #at = '';

  /** @param allowed beginnings of other addresses that pages may request */
  constructor(server: StaticServer, allowed: readonly string[] = []) {
    this.#server = server;
    this.#allowed = ['data:', ...allowed];
  }

  /** A page that is watched. */
  async page(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      this.failed.push(`${this.#at}: a script ran (${dialog.message()})`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (![this.#server.url, ...this.#allowed].some((start) => url.startsWith(start)))
        this.failed.push(`${this.#at} asked for ${url}`);
    });
    page.on('pageerror', (error) => {
      this.failed.push(`${this.#at}: ${error.message}`);
    });
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) this.failed.push(`${this.#at}: ${message.text()}`);
    });
    return page;
  }

  /** Open a path of the server. */
  async open(page: Page, path: string): Promise<void> {
    this.#at = path.slice(0, 120);
    await page.goto(this.#server.url + path, { waitUntil: 'load' });
  }
}
