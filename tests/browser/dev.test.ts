import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/lib/environment.ts';
import { freePort } from '../../scripts/lib/free-port.ts';
import { newProfile } from './site.ts';

const book = ['第1章 守时', '', '准时到场', '', '客户等了三刻钟，这单生意就凉了。', ''].join('\n');
const source = (text: string) => `目录\n第1章 守时 1\n准时到场 2\n\n${text}`;

/** A copy of the project, so that editing a component edits nothing here; its packages are this project's. */
const project = mkdtempSync(join(tmpdir(), 'dev-'));
const path = join(project, 'book.txt');
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
  writeFileSync(path, source(book));
  const port = await freePort();
  address = `http://localhost:${String(port)}/`;
  server = spawn(process.execPath, ['scripts/dev.ts', path], {
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
  await page.goto(`${address}rules/01-01/`);
});

afterAll(async () => {
  server.kill();
  await context.close();
  rmSync(project, { recursive: true, force: true });
});

test('an edited text is ingested again, and the open page shows it', async () => {
  await paragraph('这单生意就凉了').waitFor();
  writeFileSync(path, source(book.replace('凉了', '黄了')));
  await paragraph('这单生意就黄了').waitFor();
  // The page may be ahead of the line.
  await expect.poll(() => printed).toMatch(/book\.txt: \d+ files written, shown in [\d.]+ s\./);
});

test('edits that follow one another at once: the page shows the last one', async () => {
  for (const words of ['淡了', '散了', '没了']) {
    writeFileSync(path, source(book.replace('凉了', words)));
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  await paragraph('这单生意就没了').waitFor();
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
  await paragraph('这单生意就没了').waitFor();
  await page.locator('vite-error-overlay').waitFor();

  writeFileSync(path, source(book.replace('凉了', '成了')));
  await paragraph('这单生意就成了').waitFor();
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

test('a file dropped on the desk opens as a book of its own, at the same address', async () => {
  const desk = await context.newPage();
  await desk.addInitScript(() => {
    localStorage.setItem('desk-language', 'zh');
  });
  await desk.goto(/Desk: +(\S+)/.exec(printed)?.[1] ?? '');
  await desk.getByRole('treeitem', { name: /守时/ }).first().waitFor();
  const transfer = await desk.evaluateHandle(() => {
    const data = new DataTransfer();
    const text =
      '第一章 開門\n\n開門之前先點燈，燈壞了當天報修。\n\n第二章 關門\n\n關門之前數一遍鑰匙，少一把就不走。\n';
    data.items.add(new File([text], '门店.txt'));
    return data;
  });
  await desk.dispatchEvent('.workbench', 'drop', { dataTransfer: transfer });
  await desk.getByRole('treeitem', { name: /第二章 關門/ }).waitFor();
  expect(existsSync(join(project, '.work', '门店', 'content', 'chapters', '02.md'))).toBe(true);
  // The site speaks the language of this book, not that of the shipped one.
  expect(await (await context.request.get(new URL('/', desk.url()).href)).text()).toContain('搜尋');
});
