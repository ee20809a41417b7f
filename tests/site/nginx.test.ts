import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { gradeHeaders } from '../../scripts/audit/header-grade.ts';
import { pageTypes } from '../../scripts/audit/page-types.ts';
import { serveDirectory } from '../../scripts/preview/static-server.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { freePort } from '../../scripts/lib/free-port.ts';

const program = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0);
const { distDir } = siteEnvironment();

describe.skipIf(program === undefined)('nginx with the files that the build writes for it', () => {
  let folder: string;
  let child: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nginx-'));
    await mkdir(join(folder, 'logs'));
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    await writeFile(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/logs/error.log; worker_processes 1;
       events {}
       http {
         access_log off; ${temporary.join(' ')}
         include ${distDir}/redirects.nginx.conf;
         server { listen 127.0.0.1:${port}; root ${distDir}; include ${distDir}/server.nginx.conf; }
       }`,
    );
    child = spawn(program ?? '', [
      '-p',
      folder,
      '-e',
      `${folder}/logs/error.log`,
      '-c',
      `${folder}/nginx.conf`,
    ]);
    await vi.waitUntil(
      () =>
        fetch(origin).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 60_000, interval: 50 },
    );
  });
  afterAll(async () => {
    child.kill();
    await rm(folder, { recursive: true });
  });

  test.for(Object.entries(pageTypes))(
    '%s: the headers earn an A+ and the page comes whole',
    async ([type, path]) => {
      const response = await fetch(origin + path);
      const { grade, remarks } = gradeHeaders(new Map(response.headers));
      if (type === 'embed') expect(response.headers.get('x-frame-options')).toBeNull();
      else expect([grade, remarks.filter((remark) => remark.startsWith('-'))]).toEqual(['A+', []]);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const file = path.endsWith('/') ? `${path}index.html` : path;
      expect(await response.text()).toBe(await readFile(join(distDir, file), 'utf8'));
    },
  );

  test.for([
    '/offline/',
    '/sw.js',
    '/handbook.json',
    '/sitemap-index.xml',
    '/manifest.webmanifest',
    '/robots.txt',
    '/llms-full.txt',
    '/rules/01-01.md',
    '/rules/01-01/qr.svg',
    '/rules/01-01/card.png',
    '/rules/01-01/slide.pptx',
    '/downloads/handbook.epub',
    '/downloads/handbook.pdf',
    '/desk/',
    '/r/',
  ])('the headers of %s earn an A+ too, and are those of the preview', async (path) => {
    const preview = await serveDirectory({ directory: distDir, port: 0 });
    const [there, here] = await Promise.all([fetch(origin + path), fetch(new URL(path, preview.url))]);
    await preview.close();
    expect(here.status).toBe(there.status);
    for (const { headers } of [there, here]) expect(gradeHeaders(new Map(headers)).grade).toBe('A+');
    for (const name of ['content-type', 'x-content-type-options', 'x-frame-options', 'referrer-policy']) {
      const [ours, its] = [here, there].map(({ headers }) => headers.get(name)?.split(';')[0]);
      expect(ours, name).toBe(its);
    }
    await Promise.all([there.body?.cancel(), here.body?.cancel()]);
  });

  test('answers as the preview does: what is missing, hidden, moved, refused, and parts of a file', async () => {
    const missing = await fetch(`${origin}/nothing/`);
    expect([missing.status, gradeHeaders(new Map(missing.headers)).grade]).toEqual([404, 'A+']);
    for (const hidden of ['/_headers', '/_redirects', '/server.nginx.conf', '/.built-from'])
      expect((await fetch(origin + hidden)).status).toBe(404);
    const [code = ''] = await readdir(join(distDir, 'r'));
    const moved = await fetch(`${origin}/r/${code}/`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('cache-control')]).toEqual([301, 'public, max-age=3600']);
    expect((await fetch(origin, { method: 'POST' })).status).toBe(405);
    const part = await fetch(`${origin}/handbook.json`, { headers: { Range: 'bytes=-10' } });
    expect([part.status, (await part.text()).length]).toEqual([206, 10]);
    const compressed = await fetch(origin, { headers: { 'Accept-Encoding': 'gzip' } });
    expect([compressed.headers.get('content-encoding'), compressed.headers.get('vary')]).toEqual([
      'gzip',
      'Accept-Encoding',
    ]);
    const asset = /\/_astro\/[\w.-]+\.js/.exec(await compressed.text())?.[0] ?? '';
    const script = await fetch(origin + asset);
    expect([script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
  });
});
