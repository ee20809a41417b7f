import { pageEdition } from '../kit/page-language.ts';
import { registerWorker } from './register-worker.ts';

/** What the page has loaded, its own address first. */
const loaded = (): string[] => [
  location.href,
  ...performance.getEntriesByType('resource').map(({ name }) => name),
];

async function start(): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await registerWorker();
  if (serviceWorker.controller) (await import('./new-edition.ts')).watchForEdition(registration);
  // The worker keeps what the page loaded before there was a worker.
  else (await serviceWorker.ready).active?.postMessage({ keep: loaded() });
}

/** Register the worker that keeps pages, once the page is loaded and the browser is idle. A development site has none. */
export function startWorker(): void {
  if (!('serviceWorker' in navigator) || pageEdition() === '') return;
  // In a private window it is refused; the site works without it.
  const begin = () => void start().catch(() => undefined);
  const soon = () =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(begin) : setTimeout(begin, 500);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
}
