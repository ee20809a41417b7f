import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askCluster } from '../../../scripts/opensearch/ask-cluster.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A node that gives these statuses one after the other, and the last for ever. */
async function node(...statuses: number[]): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume();
    response.statusCode = statuses[Math.min(asked, statuses.length - 1)] ?? 200;
    asked += 1;
    response.end(JSON.stringify({ status: response.statusCode }));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

test('a node with a fault of its own is passed over for the next', async () => {
  const faulty = await node(500);
  const sound = await node(200);
  expect(await askCluster([faulty.url, sound.url])('find', {})).toEqual({ status: 200 });
  expect(faulty.asked()).toBe(1);
});

test('a node that is gone is passed over, and one that recovers is asked again', async () => {
  const recovering = await node(503, 200);
  expect(await askCluster(['http://127.0.0.1:1', recovering.url])('find', {})).toEqual({ status: 200 });
  expect(recovering.asked()).toBe(2);
});

test('a search that is refused is asked once, and the refusal is told', async () => {
  const refusing = await node(400);
  await expect(askCluster([refusing.url])('find', {})).rejects.toThrow('find answered 400: {"status":400}');
  expect(refusing.asked()).toBe(1);
});
