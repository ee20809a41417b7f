/** Milliseconds that a worker may take to answer, and to become active. */
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

/** Make a waiting worker the active one for all pages. */
export async function activate(waiting: ServiceWorker): Promise<void> {
  const gone = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
  });
  waiting.postMessage('activate');
  // A page that no worker controls, as after a forced reload, gets no event.
  await within(maxWaitMs, gone);
}

/** The worker that waits to become active, once it is installed; `null` if the active one is the newest. */
async function waitingWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const { installing } = registration;
  if (installing)
    await new Promise((resolve) => {
      installing.addEventListener('statechange', resolve, { once: true });
    });
  return registration.waiting;
}

/** Make the site's newest worker the active one. */
export async function activateNewest(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.update().catch(() => undefined);
  const waiting = await waitingWorker(registration);
  if (waiting) await activate(waiting);
}

/** If a worker of this edition is waiting, make it the active one. */
export async function activateEdition(
  edition: string,
  registration: ServiceWorkerRegistration,
): Promise<void> {
  const waiting = await waitingWorker(registration);
  if (waiting && (await editionServed(waiting)) === edition) await activate(waiting);
}
