import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { Desk } from '../../scripts/desk/book/desk.ts';
import { writtenFiles } from '../../scripts/desk/edit/context.ts';
import type { DeskView } from '../../scripts/desk/protocol/model.ts';
import { deskServer } from '../../scripts/desk/server/desk-server.ts';
import type { Callable } from '../../scripts/desk/server/routes.ts';
import { newProfile } from './site.ts';

/** What the addresses of these desks hold. */
export const token = 'token-of-this-test';

interface Book {
  folder: string;
  desk: Desk;
  serve: ReturnType<typeof deskServer>;
}

/** Books on desks of their own behind one server, each below its name, and a browser to correct them with. */
export class DeskSite {
  readonly folder = mkdtempSync(join(tmpdir(), 'desks-'));
  readonly #books = new Map<string, Book>();
  readonly #server: Server;
  readonly #contexts: BrowserContext[] = [];
  /** Windows that are closed, by language, theme and width: opening one anew takes the browser three times as long. */
  readonly #closed = new Map<string, Page[]>();

  constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response);
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
    this.#server.closeAllConnections();
    this.#server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  at(name: string, path = `desk/?token=${token}`): string {
    return `http://localhost:${String(this.port)}/${name}/${path}`;
  }

  /** Lay a book on a desk. Another one at the same address takes its place, as in `npm run dev`. */
  lay(name: string, path: string): void {
    const folder = join(this.folder, `${name} ${basename(path)}`);
    mkdirSync(join(folder, 'shipped'), { recursive: true });
    const desk = new Desk({
      source: path,
      name: basename(path),
      out: join(folder, 'content'),
      encoding: undefined,
      shipped: join(folder, 'shipped'),
      memory: join(folder, 'memory.json'),
    });
    const call: Callable['call'] = (method, ...args) =>
      (desk[method] as (...all: unknown[]) => Promise<never>)(...args);
    const serve = deskServer({
      desk: { call },
      token,
      port: () => this.port,
      work: join(this.folder, 'work'),
      open: (source) => {
        this.lay(name, source);
      },
    });
    this.#books.set(name, { folder, desk, serve });
  }

  /** Write a text and lay it on a desk. */
  layText(name: string, text: string): void {
    const path = join(this.folder, `${name}.txt`);
    writeFileSync(path, text);
    this.lay(name, path);
  }

  /** A text of an edition that comes in while the desk is open. */
  edition(name: string, text: string): void {
    writeFileSync(join(this.folder, `${name}.txt`), text);
  }

  async view(name: string): Promise<DeskView> {
    return this.#book(name).desk.view();
  }

  /** The hand-kept files of a book, as they are now. */
  files(name: string): Record<string, string> {
    const { folder } = this.#book(name);
    return Object.fromEntries(
      writtenFiles.flatMap((file) => {
        const path = join(folder, 'content', file);
        return existsSync(path) ? [[file, readFileSync(path, 'utf8')]] : [];
      }),
    );
  }

  /** A window on a book, in a language and a theme. */
  async window(name: string, lang: 'zh' | 'en' = 'zh', theme = 'light', width = 1280): Promise<DeskWindow> {
    const key = [lang, theme, width].join(' ');
    const page = this.#closed.get(key)?.pop() ?? (await this.#newPage(lang, theme, width));
    await page.goto(this.at(name));
    await page.locator('[data-ready]').waitFor();
    return new DeskWindow(page, async () => {
      // A page of the same server, on which nothing goes on.
      await page.goto(this.at(name, 'x'));
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      const closed = this.#closed.get(key) ?? [];
      this.#closed.set(key, [...closed, page]);
    });
  }

  async #newPage(lang: 'zh' | 'en', theme: string, width: number): Promise<Page> {
    const context = await newProfile({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    this.#contexts.push(context);
    await context.addInitScript(
      ([language, chosen]) => {
        localStorage.setItem('desk-language', language);
        localStorage.setItem('comfort', JSON.stringify({ theme: chosen }));
      },
      [lang, theme] as const,
    );
    return context.newPage();
  }

  #book(name: string): Book {
    const book = this.#books.get(name);
    if (!book) throw new Error(`no book ${name}`);
    return book;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const [, name = '', path = ''] = /^\/([^/]+)\/(.*)$/.exec(request.url ?? '') ?? [];
    const book = this.#books.get(name);
    if (book && path.startsWith('desk/')) {
      request.url = path.slice('desk'.length);
      book.serve(request, response);
    } else if (book)
      void pageOf(book, path.replace(/^en\//, '')).then((html) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(html);
      });
    else response.writeHead(404).end();
  }
}

/** A page of the site as plain as can be: what the desk shows beside the source. */
async function pageOf({ desk }: Book, address: string): Promise<string> {
  const { tree, texts } = await desk.view();
  const entry = tree.find((item) => item.address === address);
  const [from, to] = entry?.lines ?? [1, 0];
  const paragraphs = texts.slice(from - 1, to).map((text) => `<p>${text.replaceAll('<', '&lt;')}</p>`);
  return `<!doctype html><html lang="zh"><title>x</title><main><h1>${entry?.title ?? ''}</h1>${paragraphs.join('')}</main>`;
}

/** A window of the desk, used by keyboard. */
export class DeskWindow {
  readonly page: Page;
  /** Leave the book. Another window may take the page. */
  readonly close: () => Promise<void>;

  constructor(page: Page, close: () => Promise<void>) {
    this.page = page;
    this.close = close;
  }

  /** Press keys, and wait until what they ask for is done. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.page.locator('body:not([aria-busy], [data-keys-wait])').waitFor();
  }

  /** Go to a line, by typing its number, and choose some lines below as well. */
  async go(line: number, to = line): Promise<void> {
    await this.press('f');
    await this.page.keyboard.type(String(line));
    await this.press('Enter');
    for (let below = line; below < to; below += 1) await this.page.keyboard.press('Shift+ArrowDown');
  }

  /** What the desk said last. */
  async said(): Promise<string> {
    return (await this.page.locator('.status').textContent()) ?? '';
  }
}

/** A split as text: a heading or a left-out line a line, with the lines of each case. */
export function printSplit({ texts, marks, tree, problem }: DeskView): string {
  if (problem !== undefined) return 'nothing';
  const titles = new Map(tree.map(({ key, title }) => [key, title]));
  const rows = marks.flatMap(({ kind, entry, joint, story }, index): string[] => {
    const line = String(index + 1);
    const text = (texts[index] ?? '').replace(/\s+/g, '');
    const at: string[] = [];
    if (['part', 'chapter', 'rule'].includes(kind))
      at.push(`${line} ${kind} ${titles.get(entry ?? '') ?? text}`);
    else if (['section', 'dropped', 'furniture'].includes(kind))
      at.push(`${line} ${kind === 'section' ? kind : 'left out'} ${text}`);
    if (joint === 'page') at.push(`${line} goes on`);
    if (story === 'first' || story === 'only') {
      const end = marks.findIndex(
        (mark, i) => i >= index && (mark.story === 'last' || mark.story === 'only'),
      );
      at.push(`${line}–${String(end + 1)} case`);
    }
    return at;
  });
  return `${rows.join('\n')}\n`;
}
