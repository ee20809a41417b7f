import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, phone, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** What loading a page costs over the wire, compressed as it was sent. */
async function weigh(path: string): Promise<{ requests: number; bytes: number; scriptBytes: number }> {
  const page = await site.newReader(phone);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const scripts = new Set<string>();
  const sizes = new Map<string, number>();
  client.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, encodedDataLength);
  });
  const response = await page.goto(site.at(path), { waitUntil: 'networkidle' });
  expect(response?.status()).toBe(200);
  await page.context().close();
  const sum = (entries: [string, number][]) => entries.reduce((total, [, bytes]) => total + bytes, 0);
  return {
    requests: sizes.size,
    bytes: sum([...sizes]),
    scriptBytes: sum([...sizes].filter(([id]) => scripts.has(id))),
  };
}

test.for([
  ['home', '/'],
  ['chapter', '/chapters/01/'],
  ['rule', '/rules/01-01/'],
  ['case', '/cases/01-01-1/'],
  ['English rule', '/en/rules/01-01/'],
])('a %s page costs at most 25 KB, 6 KB of scripts and 6 requests', async ([, path]) => {
  const { requests, bytes, scriptBytes } = await weigh(path!);
  expect(bytes).toBeLessThanOrEqual(25 * 1024);
  expect(scriptBytes).toBeLessThanOrEqual(6 * 1024);
  expect(requests).toBeLessThanOrEqual(6);
});
