import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, phone, type Site } from './site.ts';
import { must } from '../../src/lib/must.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite({ compress: true });
});
afterAll(() => site.close());

/**
 * What loading a page costs over the wire, compressed as it was sent. Of scripts only the bodies count: their headers are
 * the host's, and the policy in them weighs as much as a small script.
 */
async function weigh(path: string): Promise<{ requests: number; bytes: number; scriptBytes: number }> {
  const page = await site.newReader(phone);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let scriptBytes = 0;
  const sizes = new Map<string, number>();
  client.on('Network.responseReceived', ({ type, response: { headers } }) => {
    if (type === 'Script') scriptBytes += Number(headers['Content-Length'] ?? Number.NaN);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, encodedDataLength);
  });
  const response = await page.goto(site.at(path), { waitUntil: 'networkidle' });
  expect(response?.status()).toBe(200);
  await page.context().close();
  return {
    requests: sizes.size,
    bytes: [...sizes.values()].reduce((total, each) => total + each, 0),
    scriptBytes,
  };
}

test.for([
  ['home', '/'],
  ['chapter', '/chapters/01/'],
  ['rule', '/rules/01-01/'],
  ['case', '/cases/01-01-1/'],
  ['English rule', '/en/rules/01-01/'],
])('a %s page costs at most 25 KB, 6 KB of scripts and 6 requests', async ([, path]) => {
  const { requests, bytes, scriptBytes } = await weigh(must(path));
  expect(bytes).toBeLessThanOrEqual(25 * 1024);
  expect(scriptBytes).toBeLessThanOrEqual(6 * 1024);
  expect(requests).toBeLessThanOrEqual(6);
});
