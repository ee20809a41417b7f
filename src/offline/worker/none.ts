/**
 * A worker that takes itself away, with what a former one kept: for servers that show a site while it is being made. A page that the former one
 * has just answered stays as it is; the next comes from the server.
 */
import { ownCaches } from '../caches.ts';
import { scope, worker } from './scope.ts';

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(leave());
});
// If the browser kept it all the same, the next page that finds it tells the reader.
worker.addEventListener('message', (event) => {
  event.waitUntil(worker.registration.unregister());
});

async function leave(): Promise<void> {
  await Promise.all((await ownCaches(scope)).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
