import { afterEach, expect, test, vi } from 'vitest';
import { watchForEdition } from '../../../src/client/offline/new-edition.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A worker of the page's own edition. */
class SameEdition extends EventTarget {
  readonly asked: unknown[] = [];
  postMessage(message: unknown, [port]: MessagePort[] = []): void {
    this.asked.push(message);
    if (message === 'edition') port?.postMessage('two');
  }
}

test('a worker whose installation began before the page’s script came takes over once it is installed', async () => {
  const worker = new SameEdition();
  const serviceWorker = Object.assign(new EventTarget(), { controller: null });
  vi.stubGlobal('navigator', { serviceWorker });
  vi.stubGlobal(
    'document',
    Object.assign(new EventTarget(), { documentElement: { dataset: { edition: 'two' } } }),
  );
  const registration = Object.assign(new EventTarget(), {
    waiting: null as SameEdition | null,
    installing: worker as SameEdition | null,
  });
  watchForEdition(registration as unknown as ServiceWorkerRegistration);
  Object.assign(registration, { waiting: worker, installing: null });
  worker.dispatchEvent(new Event('statechange'));
  await vi.waitFor(() => {
    expect(worker.asked).toEqual(['edition', 'activate']);
  });
});
