/** Longest that a worker may take to answer, and to take over once it is asked to, in milliseconds. */
const maxWaitMs = 3000;

const within = <T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> =>
  Promise.race([work, new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds))]);

/** The edition that a worker serves; `undefined` if it doesn't answer. */
export const editionServed = (worker: ServiceWorker): Promise<unknown> =>
  within(
    maxWaitMs,
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        resolve(data);
      };
      worker.postMessage('edition', [port2]);
    }),
  );

/** Have a worker that waits answer for all pages from now on. */
export async function goOver(waiting: ServiceWorker): Promise<void> {
  const gone = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
  });
  waiting.postMessage('activate');
  // A page that no worker answers for, as after a forced reload, is told nothing.
  await within(maxWaitMs, gone);
}

/** The worker that waits to take over, once it is installed; none if the one in charge is the newest. */
async function waitingWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const { installing } = registration;
  if (installing)
    await new Promise((resolve) => {
      installing.addEventListener('statechange', resolve, { once: true });
    });
  return registration.waiting;
}

/** Have the newest worker that the site has answer for all pages. */
export async function goOverToNewest(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.update().catch(() => undefined);
  const waiting = await waitingWorker(registration);
  if (waiting) await goOver(waiting);
}

/** Have a worker of this edition answer for all pages, if it is only waiting to. */
export async function goOverTo(edition: string, registration: ServiceWorkerRegistration): Promise<void> {
  const waiting = await waitingWorker(registration);
  if (waiting && (await editionServed(waiting)) === edition) await goOver(waiting);
}
