import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskServer } from '../../../scripts/desk/server/desk-server.ts';
import { send } from '../../../scripts/trials/kit/raw-request.ts';

const token = 'token-of-the-desk';
let port = 0;
const serve = deskServer({
  desk: { call: () => Promise.reject(new Error('nothing is on the desk')) },
  token,
  port: () => port,
  work: '',
  open: () => undefined,
});
const server = createServer(serve);
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

const ask = (target: string, { method = 'GET', host = `localhost:${String(port)}` } = {}) =>
  send(
    port,
    `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nX-Desk-Token: ${token}\r\nConnection: close\r\n\r\n`,
  );

test.for([
  '//',
  '///',
  '//evil.example/',
  '/%',
  '/%00',
  '/%zz',
  '/[',
  '*',
  'http://[',
  `/${'a'.repeat(9000)}`,
])('the desk has nothing at %s, and says so', async (target) => {
  const answer = await ask(target);
  expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(answer).not.toContain('.ts:');
});

test('wrong methods, hosts and messages are refused', async () => {
  for (const method of ['TRACE', 'PUT', 'DELETE'])
    expect(await ask('/api/view.json', { method })).toMatch(/^HTTP\/1\.1 404 /);
  for (const host of ['evil.example', '[', 'localhost:99999', 'a b'])
    expect(await ask('/', { host })).toMatch(/^HTTP\/1\.1 403 /);
  expect(await ask('/api/view.json', { method: 'POST' })).toMatch(/^HTTP\/1\.1 415 /);
  expect(await ask('/')).toMatch(/^HTTP\/1\.1 200 /);
});
