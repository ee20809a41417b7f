import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseOddRequests } from '../../../scripts/dev/odd-requests.ts';
import { send } from '../../../scripts/trials/kit/raw-request.ts';

// Reads every target as an address, as the development server does.
const server = createServer(({ url = '' }, response) => response.end(`page ${String(parse(url).pathname)}`));
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  refuseOddRequests({ httpServer: server });
});
afterAll(() => server.close());

const ask = (target: string, { method = 'GET', host = 'x' } = {}) =>
  send(port, `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

test.for([
  'http://[scripts/x/',
  'http://[::1',
  '*',
  'file:///etc/passwd',
  'x',
  '/%',
  '/%zz',
  '/%E4%B8',
  '/a/%00',
])('%s is refused', async (target) => {
  expect(await ask(target)).toMatch(/^HTTP\/1\.1 400 /);
});

test.for(['/', '//', '//[', '///evil.example', '/%E4%B8%AD', '/a?b#c', '/?%'])(
  '%s gets its answer',
  async (target) => {
    expect(await ask(target)).toContain('page ');
  },
);

test.for(['TRACE', 'PUT', 'DELETE', 'PROPFIND'])('nothing is done by %s', async (method) => {
  expect(await ask('/', { method })).toMatch(/^HTTP\/1\.1 405 /);
});

test.for(['localhost:99999', '[', 'a b', 'localhost:1:1'])('a host called %s is refused', async (host) => {
  expect(await ask('/', { host })).toMatch(/^HTTP\/1\.1 400 /);
});
