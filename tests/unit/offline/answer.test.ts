import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FetchEvent } from '../../../src/offline/worker/scope.ts';

const scope = 'https://example.org/handbook/';
let kept: Map<string, string>;
let online: boolean;
/** Whether a network that is there never answers. */
let silent: boolean;

beforeEach(() => {
  vi.resetModules();
  kept = new Map();
  online = true;
  silent = false;
  vi.stubGlobal('registration', { scope });
  vi.stubGlobal('EDITION', 'one');
  const cache = {
    match: (url: string) => Promise.resolve(kept.has(url) ? new Response(kept.get(url)) : undefined),
    put: () => Promise.resolve(),
  };
  vi.stubGlobal('caches', { open: () => Promise.resolve(cache), keys: () => Promise.resolve([]) });
  vi.stubGlobal('fetch', (_: unknown, { signal }: RequestInit = {}) => {
    if (silent)
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new Error('took too long'));
        });
      });
    return online
      ? Promise.resolve(new Response('from the network'))
      : Promise.reject(new TypeError('no network'));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What the worker answers when a reader goes to an address; `undefined` if it leaves that to the browser. */
async function goTo(path: string): Promise<Response | undefined> {
  const { answer } = await import('../../../src/offline/worker/answer.ts');
  let response: Promise<Response> | undefined;
  answer({
    request: { method: 'GET', mode: 'navigate', destination: 'document', url: scope + path },
    respondWith: (given: Promise<Response>) => {
      response = given;
    },
    waitUntil: () => undefined,
  } as unknown as FetchEvent);
  return await response;
}

test.for([
  ['r/k7mq2/', 'rules/01-02/'],
  ['r/k7mq2', 'rules/01-02/'],
  ['en/r/k7mq2/', 'en/rules/01-02/'],
] as const)('without a network a saved book knows where %s leads, below its own path', async ([path, to]) => {
  online = false;
  kept.set(`${scope}offline/codes.json`, '{"k7mq2":"/handbook/rules/01-02/"}');
  expect((await goTo(path))?.headers.get('location')).toBe(scope + to);
});

test('with a network the site says where a permanent address leads', async () => {
  kept.set(`${scope}offline/codes.json`, '{"k7mq2":"/handbook/rules/01-02/"}');
  expect(await (await goTo('r/k7mq2/'))?.text()).toBe('from the network');
});

test('where a network never answers, the saved book says it after a while', async () => {
  silent = true;
  kept.set(`${scope}offline/codes.json`, '{"k7mq2":"/handbook/rules/01-02/"}');
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const asked = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(5));
  expect((await goTo('r/k7mq2/'))?.headers.get('location')).toBe(`${scope}rules/01-02/`);
  expect(asked.mock.calls[0]?.[0]).toBeLessThanOrEqual(5000);
});

test('where the browser has cleared all that was kept, one line is left', async () => {
  online = false;
  const response = await goTo('rules/01-02/');
  expect(response?.status).toBe(503);
  expect(await response?.text()).toBe('没有网络 · No connection');
});

test.for(['r/k7mq2/', 'r/constructor/', 'en/r/nothing/', 'rules/09-09/'])(
  'what is not there without a network is said in its language: %s',
  async (path) => {
    online = false;
    kept.set(`${scope}offline/`, '没有网络');
    kept.set(`${scope}en/offline/`, 'No connection');
    const response = await goTo(path);
    expect(response?.status).toBe(503);
    expect(await response?.text()).toBe(path.startsWith('en/') ? 'No connection' : '没有网络');
  },
);

test('a code that would lead out of the site leads nowhere', async () => {
  online = false;
  kept.set(`${scope}offline/codes.json`, '{"k7mq2":"/elsewhere/","abcde":"https://evil.example/"}');
  kept.set(`${scope}offline/`, '没有网络');
  for (const path of ['r/k7mq2/', 'r/abcde/']) expect((await goTo(path))?.status).toBe(503);
});

test('pages that stand in frames, and files to save, are the network’s', async () => {
  for (const path of ['embed/rules/01-02/', 'downloads/handbook.pdf', 'desk/'])
    expect(await goTo(path)).toBeUndefined();
});

test('a page that is kept is answered with its slash', async () => {
  online = false;
  kept.set(`${scope}rules/01-02/`, 'the rule');
  expect(await (await goTo('rules/01-02/'))?.text()).toBe('the rule');
  expect((await goTo('rules/01-02?mark=x'))?.headers.get('location')).toBe(`${scope}rules/01-02/?mark=x`);
});
