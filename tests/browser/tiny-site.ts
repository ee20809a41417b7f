import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeOffline } from '../../src/offline/build/write-offline.ts';

const page = (base: string, text: string) =>
  `<!doctype html><html lang="zh-Hans" data-edition=""><meta charset="utf-8"><title>${text}</title><main>${text}</main><script src="${base}_astro/start.js"></script></html>`;

/**
 * A few pages by hand with the worker of a real site, below any path: what the worker does is seen without building a
 * site for it. Each page's text is its path.
 */
export async function tinySite(base: string): Promise<{ directory: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'tiny-site-'));
  const files: Record<string, string> = {
    '_astro/start.js': `navigator.serviceWorker.register('${base}sw.js')`,
    'r/k7mq2/index.html': `<!doctype html><html data-to="${base}rules/01-02/"></html>`,
  };
  for (const path of ['', 'rules/01-01/', 'rules/01-02/', 'en/rules/01-02/', 'offline/', 'en/offline/'])
    files[`${path}index.html`] = page(base, `“${path}”`);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
  await writeOffline(directory);
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
