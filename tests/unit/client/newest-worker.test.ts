import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { editionServed, activateEdition, activateNewest } from '../../../src/client/offline/newest-worker.ts';

/** A worker that says its edition, and takes over when it is asked to, if it is able to. */
class FakeWorker extends EventTarget {
  readonly asked: unknown[] = [];
  readonly #edition: string;
  readonly #takesOver: boolean;
  constructor(edition: string, takesOver = true) {
    super();
    this.#edition = edition;
    this.#takesOver = takesOver;
  }
  postMessage(message: unknown, [port]: MessagePort[] = []): void {
    this.asked.push(message);
    if (message === 'edition') port?.postMessage(this.#edition);
    if (message === 'activate' && this.#takesOver) container.dispatchEvent(new Event('controllerchange'));
  }
}

let container: EventTarget;
beforeEach(() => {
  container = new EventTarget();
  vi.stubGlobal('navigator', { serviceWorker: container });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const registration = (waiting: FakeWorker | null, more: object = {}) =>
  ({
    waiting,
    installing: null,
    update: () => Promise.resolve(),
    ...more,
  }) as unknown as ServiceWorkerRegistration;

test('a worker says which edition it serves', async () => {
  expect(await editionServed(new FakeWorker('two') as unknown as ServiceWorker)).toBe('two');
});

test('the worker that is being installed is waited for, and takes over', async () => {
  const worker = new FakeWorker('two');
  const found = { waiting: null as FakeWorker | null, installing: worker };
  const given = Object.assign(registration(null), found);
  const done = activateNewest(given);
  await Promise.resolve();
  expect(worker.asked).toEqual([]);
  Object.assign(given, { waiting: worker, installing: null });
  await Promise.resolve();
  worker.dispatchEvent(new Event('statechange'));
  await done;
  expect(worker.asked).toEqual(['activate']);
});

test('without a network, the worker that waits already takes over', async () => {
  const worker = new FakeWorker('two');
  await activateNewest(registration(worker, { update: () => Promise.reject(new TypeError('no network')) }));
  expect(worker.asked).toEqual(['activate']);
});

test('a worker of another edition goes on waiting: the reader has not asked for it', async () => {
  const worker = new FakeWorker('three');
  await activateEdition('two', registration(worker));
  expect(worker.asked).toEqual(['edition']);
  await activateEdition('three', registration(worker));
  expect(worker.asked).toContain('activate');
});

test('a worker that does not take over holds nothing up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const done = activateNewest(registration(new FakeWorker('two', false)));
  await vi.runAllTimersAsync();
  await done;
});
