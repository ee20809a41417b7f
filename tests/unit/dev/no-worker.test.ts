import type { IncomingMessage, ServerResponse } from 'node:http';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { answerWorker } from '../../../scripts/dev/no-worker.ts';

type Act = (event: { waitUntil: (work: Promise<unknown>) => void }) => void;

/** What the server of `npm run dev` sends for a path; `undefined` if it hands the request on. */
function sent(url: string): string | undefined {
  let body: string | undefined;
  const response = {
    setHeader: () => undefined,
    end: (content: Uint8Array) => (body = Buffer.from(content).toString()),
  } as unknown as ServerResponse;
  answerWorker({ url } as IncomingMessage, response, () => undefined);
  return body;
}

test('while a site is made, the worker that a built one left takes itself away, with what it kept and nothing else', async () => {
  const listeners = new Map<string, Act>();
  const kept = new Set([
    'handbook http://localhost:4321/ one',
    'handbook http://localhost:4321/other/ one',
    'x',
  ]);
  const unregister = vi.fn(() => Promise.resolve(true));
  const skipWaiting = vi.fn(() => Promise.resolve());
  runInNewContext(sent('/sw.js') ?? '', {
    registration: { scope: 'http://localhost:4321/', unregister },
    caches: {
      keys: () => Promise.resolve([...kept]),
      delete: (name: string) => Promise.resolve(kept.delete(name)),
    },
    skipWaiting,
    addEventListener: (type: string, act: Act) => listeners.set(type, act),
  });
  const work: Promise<unknown>[] = [];
  for (const type of ['install', 'activate'])
    listeners.get(type)?.({ waitUntil: (promise) => work.push(promise) });
  await Promise.all(work);
  expect([...kept]).toEqual(['handbook http://localhost:4321/other/ one', 'x']);
  expect(skipWaiting).toHaveBeenCalledOnce();
  expect(unregister).toHaveBeenCalledOnce();
});

test('other files are the server’s own', () => {
  expect(sent('/rules/01-01/')).toBeUndefined();
});
