import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gradeHeaders } from '../../../scripts/audit/header-grade.ts';
import { serveDirectory, type StaticServer } from '../../../scripts/preview/static-server.ts';
import { contentPolicy } from '../../../src/policy/content-policy.ts';
import { siteHeaders } from '../../../src/policy/site-headers.ts';
import { policyHeaders, redirectLines } from '../../../src/share/files/host-files.ts';

let folder: string;
let server: StaticServer;
const book = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const home = '<!doctype html><title>首页</title>'.repeat(50);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'rules', '01-01'), { recursive: true });
  await mkdir(join(dist, '.git'));
  const put = (name: string, content: string | Buffer) => writeFile(join(dist, name), content);
  await put('index.html', home);
  await put('404.html', '<!doctype html><title>404</title>');
  await put('rules/01-01/index.html', '<!doctype html><title>rule</title>');
  await put('handbook.pdf', book);
  await put('.built-from', 'secret');
  await put('.git/config', 'secret');
  await put('server.nginx.conf', 'secret');
  await put('_redirects', redirectLines([{ from: '/r/k7mq2/', to: '/rules/01-01/' }]));
  const headers = [...siteHeaders].map(([name, value]) => `  ${name}: ${value}\n`).join('');
  await put(
    '_headers',
    `/*\n${headers}${policyHeaders(['rules', 'r'], ['/', '/404.html'], contentPolicy('headers'))}`,
  );
  await writeFile(join(folder, 'package.json'), 'secret');
  await symlink(join(folder, 'package.json'), join(dist, 'link.txt')).catch(() => undefined);
  server = await serveDirectory({ directory: dist, port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Ask as a client that changes nothing about the path. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = new URL(server.url);
    httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    })
      .on('error', reject)
      .end();
  });

/** Send bytes as they are and read what comes. */
const raw = (bytes: string) =>
  new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () =>
      socket.write(bytes, 'latin1'),
    );
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.on('error', () => {
      resolve(text);
    });
    socket.on('close', () => {
      resolve(text);
    });
    socket.setTimeout(200, () => socket.destroy());
  });

test.for([
  ['//', 400],
  ['///', 400],
  ['//evil.example/', 400],
  ['/\\evil.example/', 400],
  ['/%', 400],
  ['/%zz', 400],
  ['/%00', 400],
  ['/..', 400],
  ['/../package.json', 400],
  ['/..%2fpackage.json', 400],
  ['/%2e%2e/package.json', 400],
  ['/rules/..%5c..%5cpackage.json', 400],
  ['*', 400],
  ['http://', 400],
  ['http://[/', 200],
  ['//[', 400],
  ['/%252e%252e/package.json', 404],
  ['/.built-from', 404],
  ['/.git/config', 404],
  ['/_headers', 404],
  ['/_redirects', 404],
  ['/server.nginx.conf', 404],
  ['/%5fheaders', 404],
  ['/nothing/', 404],
  ['/__proto__', 404],
  ['/rules/01-01', 301],
  ['/r/k7mq2', 301],
  ['/r/k7mq2/', 301],
  ['/', 200],
  ['/?q=%', 200],
  [`/${'a'.repeat(9000)}`, 404],
] as const)('GET %s is answered with %i, and the server lives on', async ([path, status]) => {
  const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).not.toContain('secret');
  expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
  expect(/location: (.*)/i.exec(answer)?.[1] ?? '/').toMatch(/^\/(?!\/)/);
  expect((await ask('/')).status).toBe(200);
});

test.for([
  ['bytes=0-0', 206, 1],
  ['bytes=0-99', 206, 100],
  ['bytes=-1', 206, 1],
  ['bytes=-100', 206, 100],
  ['bytes=999-', 206, 1],
  ['bytes=0-99999', 206, 1000],
  ['bytes=1000-', 416, 0],
  ['bytes=5-2', 416, 0],
  ['bytes=-0', 416, 0],
  ['bytes=a-b', 200, 1000],
  ['bytes=', 200, 1000],
  ['items=0-5', 200, 1000],
  ['bytes=0-0,5-6', 200, 1000],
  ['bytes=99999999999999999999-', 416, 0],
] as const)('Range: %s is answered with %i and %i bytes', async ([range, status, length]) => {
  const answer = await ask('/handbook.pdf', { Range: range });
  // A range that is none may be passed over or refused.
  expect(status === 200 ? [200, 416] : [status]).toContain(answer.status);
  if (answer.status === 206) {
    expect(answer.body).toHaveLength(length);
    const start = Number(/bytes (\d+)-/.exec(answer.headers['content-range'] ?? '')?.[1]);
    expect(answer.body).toEqual(book.subarray(start, start + length));
  }
  if (answer.status === 416) expect(answer.headers['content-range']).toBe('bytes */1000');
});

test.for(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is refused', async (method) => {
  const { status, headers } = await ask('/', {}, method);
  expect(status).toBe(405);
  expect(headers.allow).toBe('GET, HEAD');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

test('sends pages compressed where that is asked for, says what its answer varies by, and knows what is known', async () => {
  const { headers, body } = await ask('/', { 'Accept-Encoding': 'gzip, br' });
  expect(headers['content-encoding']).toBe('br');
  expect(headers.vary).toBe('Accept-Encoding');
  expect(brotliDecompressSync(body).toString()).toBe(home);
  const known = await ask('/', { 'Accept-Encoding': 'gzip, br', 'If-None-Match': headers.etag ?? '' });
  expect([known.status, known.body.length]).toEqual([304, 0]);
  const plain = await ask('/', { 'Accept-Encoding': 'br;q=0' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.headers.vary).toBe('Accept-Encoding');
  expect(plain.headers.etag).not.toBe(headers.etag);
  const head = await ask('/', { 'Accept-Encoding': 'br' }, 'HEAD');
  expect([head.body.length, head.headers['content-length']]).toEqual([0, String(body.length)]);
});

test.for(['/', '/nothing/', '/rules/01-01/', '/r/k7mq2/'])('the headers of %s earn an A+', async (path) => {
  const { headers } = await ask(path);
  const grade = gradeHeaders(new Map(Object.entries(headers).map(([name, value]) => [name, String(value)])));
  expect(grade.remarks.filter((remark) => remark.startsWith('-'))).toEqual([]);
  expect(grade.grade).toBe('A+');
});

const elsewhere = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

test.skipIf(elsewhere === undefined)('listens on this machine alone', async () => {
  const port = Number(new URL(server.url).port);
  await expect(fetch(`http://${elsewhere ?? ''}:${port}/`)).rejects.toThrow();
});
