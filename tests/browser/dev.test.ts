import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/lib/environment.ts';
import { freePort } from '../../scripts/lib/free-port.ts';
import { newProfile } from './site.ts';

/** The book that the server is started with, and one that is opened in its place and edited. */
const first =
  '第一章 开门\n\n开门之前先点灯，灯坏了当天报修。\n\n第二章 关门\n\n关门之前数一遍钥匙，少一把就不走。\n';
const book = ['第1章 守時', '', '準時到場', '', '客戶等了三刻鐘，這單生意就涼了。', ''].join('\n');
const source = (text: string) => `目錄\n第1章 守時 1\n準時到場 2\n\n${text}`;

/** A copy of the project, so that editing a component edits nothing here; its packages are this project's. */
const project = mkdtempSync(join(tmpdir(), 'dev-'));
const workspace = join(project, '.work', '门店');
const path = join(workspace, 'source', '门店.txt');
let server: ChildProcess;
let context: BrowserContext;
let page: Page;
let address: string;
let printed = '';

/** The environment without what Vitest puts into it: Vite and Astro behave otherwise in a test. */
const outside = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|NODE_ENV|TEST|DEV|PROD|MODE|SSR|BASE_URL)/.test(name),
  ),
);

/** A paragraph of the text with these words. */
const paragraph = (words: string) => page.locator('.prose').getByText(words);

beforeAll(async () => {
  // Ahead of the server: what a hook has started when it fails, nothing ends.
  context = await newProfile();
  for (const name of [
    'src',
    'scripts',
    'public',
    'content',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(projectRoot, name), join(project, name), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(project, 'node_modules'), 'junction');
  writeFileSync(join(project, 'book.txt'), first);
  const port = await freePort();
  address = `http://localhost:${String(port)}/`;
  server = spawn(process.execPath, ['scripts/dev.ts', 'book.txt'], {
    cwd: project,
    env: { ...outside, INIT_CWD: project, PORT: String(port), ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ready:')) resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.on('exit', () => {
      reject(new Error(printed));
    });
  });
  await ready;
  page = await context.newPage();
});

afterAll(async () => {
  const ended = once(server, 'exit');
  server.kill();
  await Promise.all([context.close(), ended]);
  rmSync(project, { recursive: true, force: true });
});

test('a file dropped on the desk opens as a book of its own, at the same address', async () => {
  const desk = await context.newPage();
  await desk.addInitScript(() => {
    localStorage.setItem('desk-language', 'zh');
  });
  await desk.goto(/Desk: +(\S+)/.exec(printed)?.[1] ?? '');
  await desk.getByRole('treeitem', { name: /关门/ }).first().waitFor();
  const transfer = await desk.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '门店.txt'));
    return data;
  }, source(book));
  await desk.dispatchEvent('.workbench', 'drop', { dataTransfer: transfer });
  await desk.getByRole('treeitem', { name: /守時/ }).first().waitFor();
  await desk.close();
  expect(existsSync(join(workspace, 'content', 'chapters', '01.md'))).toBe(true);
  await page.goto(`${address}rules/01-01/`);
  // The site speaks the language of this book, not that of the shipped one.
  await page.getByRole('link', { name: '搜尋' }).first().waitFor();
});

test('an edited text is ingested again, and the open page shows it', async () => {
  await paragraph('這單生意就涼了').waitFor();
  writeFileSync(path, source(book.replace('涼了', '黃了')));
  await paragraph('這單生意就黃了').waitFor();
  // The page may be ahead of the line.
  await expect.poll(() => printed).toMatch(/门店\.txt: \d+ files written, shown in [\d.]+ s\./);
});

test('edits that follow one another at once: the page shows the last one', async () => {
  for (const words of ['淡了', '散了', '沒了']) {
    writeFileSync(path, source(book.replace('涼了', words)));
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  await paragraph('這單生意就沒了').waitFor();
});

test('an edited component is shown', async () => {
  const component = join(project, 'src/components/site/SiteFooter.astro');
  writeFileSync(component, `${readFileSync(component, 'utf8')}\n<p>改过的页脚</p>\n`);
  await page.getByText('改过的页脚').waitFor();
});

test('a broken text says so in the browser and the terminal, and the last good text stays', async () => {
  writeFileSync(path, '');
  await page
    .locator('vite-error-overlay')
    .getByText(/can.t be ingested/)
    .waitFor();
  await expect.poll(() => printed).toContain('the last good text stays');
  // The server has the page reload as well, which may break off a reload of ours.
  await expect.poll(async () => await page.reload().then(Boolean, () => false)).toBe(true);
  await paragraph('這單生意就沒了').waitFor();
  await page.locator('vite-error-overlay').waitFor();

  writeFileSync(path, source(book.replace('涼了', '成了')));
  await paragraph('這單生意就成了').waitFor();
  await page.locator('vite-error-overlay').waitFor({ state: 'detached' });
});

test('QR code, slide and search answer', async () => {
  for (const file of [
    'rules/01-01/qr.svg',
    'rules/01-01/slide.pptx',
    'handbook.json',
    'pagefind/zh/index.json',
  ]) {
    const response = await page.request.get(`${address}${file}`);
    expect(response.status(), file).toBe(200);
    expect((await response.body()).length).toBeGreaterThan(200);
  }
});
