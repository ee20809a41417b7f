import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { payloadBook, payloads as listPayloads } from '../../samples/payloads.ts';
import { launchBrowser } from '../lib/browser.ts';
import { projectRoot } from '../lib/environment.ts';
import { run } from '../lib/run.ts';
import { serveDirectory } from '../preview/static-server.ts';
import type { Trial } from './trial.ts';

const folder = join(projectRoot, '.work', 'payloads');

/** A book whose every field is a payload, ingested, edited by hand as well, and built. */
async function build(count: number): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  const content = join(folder, 'content');
  await mkdir(content, { recursive: true });
  const source = join(folder, '先倒水<img src=x onerror=alert(1)>.txt');
  await writeFile(source, payloadBook(count));
  const all = listPayloads(count);
  const text = (index: number) => ({ zh: `题${all[index] ?? ''}`, en: `Title ${all[index + 1] ?? ''}` });
  const names = {
    title: text(0),
    subtitle: text(2),
    description: text(4),
    authors: [all[6]],
    publisher: all[8],
    rights: text(10),
  };
  await writeFile(join(content, 'book.yaml'), JSON.stringify(names));
  const env = { CONTENT_DIR: content, DIST_DIR: join(folder, 'dist') };
  const ingest = await run(process.execPath, ['scripts/ingest.ts', source, '--out', content], {
    env,
    capture: true,
  });
  if (ingest.code !== 0) throw new Error(ingest.output);
  const rules = (await readdir(join(content, 'rules'))).slice(0, 40);
  for (const [index, name] of rules.entries())
    await appendFile(
      join(content, 'rules', name),
      `\n${all[index * 3] ?? ''}\n\n## ${all[index * 5] ?? ''}\n`,
    );
  const built = await run(process.execPath, ['scripts/build.ts'], { env, capture: true });
  if (built.code !== 0) throw new Error(built.output.slice(-2000));
  return env.DIST_DIR;
}

/** Payloads in every field: no script may run and nothing be asked of another origin, with the policy and without. */
export const payloads: Trial = async (times) => {
  const dist = await build(times);
  const server = await serveDirectory({ directory: dist, port: 0 });
  const browser = await launchBrowser();
  const failed: string[] = [];
  const pages = (await readdir(dist, { recursive: true, encoding: 'utf8' }))
    .filter((name) => name.endsWith('.html') && !/^(?:en\/)?r\//.test(name))
    .map((name) => name.replaceAll('\\', '/').replace(/index\.html$/, ''));
  for (const bypassCSP of [true, false]) {
    const context = await browser.newContext({ bypassCSP });
    const page = await context.newPage();
    let at = '';
    page.on('dialog', (dialog) => {
      failed.push(`${at}: a script ran (${dialog.message()})`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !url.startsWith('data:')) failed.push(`${at} asked for ${url}`);
    });
    // With the policy nothing can run that does not without it: a part of the pages is enough there.
    for (const path of bypassCSP ? pages : pages.filter((_, index) => index % 10 === 0)) {
      at = path;
      await page.goto(server.url + path, { waitUntil: 'load' });
    }
    await page.waitForTimeout(300);
    await context.close();
  }
  await browser.close();
  await server.close();
  const shown = await readFile(join(dist, 'rules/01-02/index.html'), 'utf8');
  if (!shown.includes('&lt;img src=x onerror=alert(1)'))
    failed.push('rules/01-02 does not show its payload as text');
  return {
    tried: times,
    failed,
    note: `in every field of a book, ${pages.length} pages opened without the policy`,
  };
};
