import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseOddTargets } from '../../../scripts/dev/odd-targets.ts';
import { send } from '../../../scripts/trials/kit/raw-request.ts';

// Reads every target as an address, as the development server does.
const server = createServer(({ url = '' }, response) => response.end(`page ${String(parse(url).pathname)}`));
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  refuseOddTargets({ httpServer: server });
});
afterAll(() => server.close());

const ask = (target: string) => send(port, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);

test.for(['http://[scripts/x/', 'http://[::1', '*', 'file:///etc/passwd', 'x'])(
  '%s is refused',
  async (target) => {
    expect(await ask(target)).toMatch(/^HTTP\/1\.1 400 /);
  },
);

test.for(['/', '//', '//[', '/%zz', '/a?b#c'])('%s gets its answer', async (target) => {
  expect(await ask(target)).toContain('page ');
});
